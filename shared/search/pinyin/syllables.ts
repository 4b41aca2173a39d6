import { isLetter } from '../analysis/characters'
import { READINGS } from './readings-data'

/** Characters by syllable and syllables by character, made from the packed table when first needed. */
interface Tables {
  /** All syllables without tone, ascending (ü is v). */
  readonly syllables: readonly string[]
  /** Characters (UTF-16 units) of each syllable. */
  readonly charactersOf: ReadonlyMap<string, readonly number[]>
  /** Syllables of each character, the common ones. */
  readonly syllablesOf: ReadonlyMap<number, readonly string[]>
}

let tables: Tables | undefined

/** The tables, unpacked once: letters start a syllable's group, the characters after them are its members. */
export function pinyinTables(): Tables {
  if (tables) return tables
  const charactersOf = new Map<string, number[]>()
  const syllablesOf = new Map<number, string[]>()
  let syllable = ''
  let members: number[] = []
  for (let i = 0; i < READINGS.length; i++) {
    const unit = READINGS.charCodeAt(i)
    if (isLetter(unit)) {
      syllable = members.length > 0 ? READINGS[i] : syllable + READINGS[i]
      members = []
      continue
    }
    if (members.length === 0) charactersOf.set(syllable, members)
    members.push(unit)
    const readings = syllablesOf.get(unit)
    if (readings) readings.push(syllable)
    else syllablesOf.set(unit, [syllable])
  }
  return (tables = { syllables: [...charactersOf.keys()], charactersOf, syllablesOf })
}

/** Characters that sound like this one, tone aside, itself not among them. */
export function homophones(character: number): number[] {
  const { charactersOf, syllablesOf } = pinyinTables()
  const alike = new Set<number>()
  for (const syllable of syllablesOf.get(character) || []) for (const other of charactersOf.get(syllable) || []) alike.add(other)
  alike.delete(character)
  return [...alike]
}

/** What `charactersBeginning` has found, by letters: no more than syllables have beginnings. */
const beginnings = new Map<string, readonly number[]>()

/** Characters that have a reading beginning with these letters. */
export function charactersBeginning(letters: string): readonly number[] {
  const known = beginnings.get(letters)
  if (known) return known
  const { syllables, charactersOf } = pinyinTables()
  const found = new Set<number>()
  for (const syllable of syllables) if (syllable.startsWith(letters)) for (const character of charactersOf.get(syllable)!) found.add(character)
  const characters = [...found]
  if (characters.length > 0) beginnings.set(letters, characters)
  return characters
}
