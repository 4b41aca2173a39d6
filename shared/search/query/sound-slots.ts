import { isHan, isLetter } from '../analysis/characters'
import { segmentLetters, type SoundPiece } from '../pinyin/segment'
import { charactersBeginning, pinyinTables } from '../pinyin/syllables'

/** One sound position of a question typed in letters: the characters that may stand there. */
export interface SoundSlot {
  readonly characters: readonly number[] | 'any'
  /** 0 for a character as typed, 1 for a whole syllable, 2 for the beginning of one. */
  readonly vagueness: 0 | 1 | 2
  /** How many of the characters have the sound as typed; those after them only once it has grown. */
  readonly exact?: number
}

/** Ways of reading one run of letters. */
const WAYS = 4
/** Letters of a run that are read as pinyin; more is no word. */
const LONGEST_RUN = 120

/**
 * The ways to read a folded question as a sequence of sounds; none when it has no letters to read. Han characters stand for themselves,
 * apostrophes and spaces are dropped, digits end the reading.
 */
export function soundReadings(folded: string): SoundSlot[][] {
  const parts = folded.match(/[a-z]+|[^a-z]+/g) || []
  if (!parts.some((part) => isLetter(part.charCodeAt(0)))) return []
  let readings: SoundSlot[][] = [[]]
  parts.forEach((part, i) => {
    const ways = isLetter(part.charCodeAt(0)) ? letterWays(part.slice(0, LONGEST_RUN), i === parts.length - 1) : [typedSlots(part)]
    readings = ways.flatMap((way) => readings.map((reading) => [...reading, ...way])).slice(0, WAYS)
  })
  return readings.filter((reading) => reading.length > 1)
}

const typedSlots = (part: string): SoundSlot[] =>
  [...part].map((character) => character.charCodeAt(0)).filter(isHan).map((unit) => ({ characters: [unit], vagueness: 0 }))

function letterWays(letters: string, last: boolean): SoundSlot[][] {
  // The last syllable may still be growing: what it could become counts too, after what it is.
  return segmentLetters(letters, WAYS).map((pieces) => pieces.map((piece, i) => slotOf(piece, (last && i === pieces.length - 1) || piece.letters.length === 1)))
}

/** Slots of whole syllables by their letters, those of syllables and those of ones that may still grow: a few hundred each. */
const wholeSlots = { whole: new Map<string, SoundSlot>(), growing: new Map<string, SoundSlot>() }

function slotOf({ letters, whole }: SoundPiece, growing: boolean): SoundSlot {
  if (!whole) return { characters: charactersBeginning(letters), vagueness: 2 }
  const slots = growing ? wholeSlots.growing : wholeSlots.whole
  let slot = slots.get(letters)
  if (!slot) {
    const exact = pinyinTables().charactersOf.get(letters)!
    slot = { characters: growing ? [...new Set([...exact, ...charactersBeginning(letters)])] : exact, vagueness: 1, exact: exact.length }
    slots.set(letters, slot)
  }
  return slot
}
