import { pinyin } from 'pinyin-pro'
import { isHan } from '../../shared/search/analysis/characters'
import { SIMPLIFIED, TRADITIONAL } from '../../shared/search/analysis/traditional-data'
import { homophones } from '../../shared/search/pinyin/syllables'
import type { TrialQuestion } from './read-trial'

/** Ways in which people type the same question otherwise. */
export const VARIANTS = ['pinyin', 'initials', 'mixed', 'traditional', 'homophone', 'dropped', 'doubled'] as const
/** One of these ways. */
export type Variant = (typeof VARIANTS)[number]

/** A sequence of pseudo-random numbers in [0, 1), the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

const sounds = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })

/** Characters that share a sound and are common enough to come out of an input method instead. */
const alikeOf = (character: string): number[] => homophones(character.charCodeAt(0)).filter((unit) => unit < 0x9fa6)

const traditionalOf = new Map(Array.from(SIMPLIFIED, (character, i) => [character, TRADITIONAL[i]] as const).reverse())

/** Rewrites one question; unchanged when the variant has nothing to work on. */
function rewrite(query: string, variant: Variant, random: () => number): string {
  const characters = [...query]
  const han = characters.flatMap((character, i) => (isHan(character.charCodeAt(0)) ? [i] : []))
  const pick = (): number => han[Math.floor(random() * han.length)]
  if (variant === 'pinyin') return sounds(query).join('')
  if (variant === 'initials') return sounds(query).map((sound) => sound[0]).join('')
  if (variant === 'traditional') return characters.map((character) => traditionalOf.get(character) || character).join('')
  if (han.length < 2) return query
  if (variant === 'mixed') {
    const cut = han[Math.floor(han.length / 2)]
    return characters.slice(0, cut).join('') + sounds(characters.slice(cut).join('')).join('')
  }
  const at = pick()
  if (variant === 'dropped') characters.splice(at, 1)
  else if (variant === 'doubled') characters.splice(at, 0, characters[at])
  else {
    const alike = alikeOf(characters[at])
    if (alike.length > 0) characters[at] = String.fromCharCode(alike[Math.floor(random() * alike.length)])
  }
  return characters.join('')
}

/** The questions as the variant would have them typed; the same ones in every run. */
export function varyQuestions(questions: readonly TrialQuestion[], variant: Variant): TrialQuestion[] {
  const random = randomNumbers(20261123)
  return questions.map((question) => ({ ...question, query: rewrite(question.query, variant, random) }))
}
