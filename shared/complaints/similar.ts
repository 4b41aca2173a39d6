import type { Gram } from '../search/analysis/grams'
import { textGrams } from './text-grams'

/** A public case, as far as likeness needs it: its published text only, never what the citizen wrote. */
export interface PublicCase {
  readonly id: string
  /** The question as it is published. */
  readonly text: string
  readonly item?: string
  readonly area?: string
  /** Instant in ms of the last thing that happened with it, or of its publication. */
  readonly at: number
}

/** What somebody is writing. */
export interface Writing {
  readonly text: string
  readonly item?: string
  readonly area?: string
}

/** A public case that tells of the same thing, with how alike it is. */
export interface Alike {
  readonly id: string
  /** 0 to about 1.1: weighted cosine, raised by the same item or area, lowered by age. */
  readonly likeness: number
}

/** Public cases, ready to be asked. */
export interface SimilarIndex {
  readonly size: number
  /** At most `most` cases that are about the same, most alike first. Deterministic; the newer of two equal ones first. */
  find(writing: Writing, now: number, most?: number): Alike[]
}

/** Most cases offered at once. */
export const mostSimilar = 3
/** Likeness from which on a case is offered; chosen for precision on trial texts, see docs/complaints-texts.md. */
export const alikeFrom = 0.22
/** Fewer pairs than these say too little to compare: about fifteen characters. */
const fewestGrams = 12
/** Characters of a public text that are compared: what it is about is said by then. */
const mostCompared = 600
/** Grams in more than this share of the cases say nothing. */
const tooCommon = 0.25
const sameItem = 0.1
const sameArea = 0.04
/** What another item takes off: the same words about another matter. */
const otherItem = 0.1
/** A case loses this much of its likeness in half a year. */
const ageLoss = 0.1
const halfYearMs = 182 * 86_400_000

/** The index over public cases: grams weighted by rarity (IDF), compared by cosine. Asking costs one walk over the lists of the text's own grams. */
export function createSimilarIndex(cases: readonly PublicCase[]): SimilarIndex {
  const lists = new Map<Gram, number[]>()
  const sets = cases.map(({ text }) => textGrams(text.slice(0, mostCompared)))
  sets.forEach((grams, index) => {
    for (const gram of grams) {
      const list = lists.get(gram)
      if (list) list.push(index)
      else lists.set(gram, [index])
    }
  })
  const many = Math.max(8, cases.length * tooCommon)
  /** Rarity squared; what no case holds is as rare as can be, so that it counts against likeness. */
  const rarity = (count: number) => (count > many ? 0 : Math.log((cases.length + 2) / (count + 1)) ** 2)
  const unknown = rarity(0)
  const weights = new Map([...lists].map(([gram, list]) => [gram, rarity(list.length)]))
  const lengthOf = (grams: ReadonlySet<Gram>) => {
    let sum = 0
    for (const gram of grams) sum += weights.get(gram) ?? unknown
    return Math.sqrt(sum)
  }
  const lengths = Float64Array.from(sets, lengthOf)

  return {
    size: cases.length,
    find(writing, now, most = mostSimilar) {
      const grams = textGrams(writing.text)
      const own = lengthOf(grams)
      if (grams.size < fewestGrams || own === 0) return []
      const sums = new Float64Array(cases.length)
      for (const gram of grams) {
        const weight = weights.get(gram) ?? 0
        if (weight > 0) for (const index of lists.get(gram) ?? []) sums[index] = (sums[index] as number) + weight
      }
      const found: (Alike & { at: number })[] = []
      cases.forEach((it, index) => {
        const sum = sums[index] as number
        if (sum === 0) return
        const cosine = sum / (own * (lengths[index] as number))
        if (cosine < alikeFrom / 2) return
        const item = writing.item === undefined || it.item === undefined ? 0 : writing.item === it.item ? sameItem : -otherItem
        const area = writing.area !== undefined && writing.area === it.area ? sameArea : 0
        const age = 1 - ageLoss * Math.min(2, Math.max(0, now - it.at) / halfYearMs)
        const likeness = (cosine + item + area) * age
        if (likeness >= alikeFrom) found.push({ id: it.id, likeness, at: it.at })
      })
      return found.sort((a, b) => b.likeness - a.likeness || b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, most).map(({ id, likeness }) => ({ id, likeness }))
    },
  }
}
