import type { Snapshot } from '../snapshot/snapshot'
import type { Confidence } from '../types'
import { itemsByCode } from './codes'
import type { Failures } from './filter'
import { pinnedItems } from './pins'
import { LONGEST_QUESTION, readQuestion, type Question } from './question'
import { byScore, rankQuestion } from './rank'
import { readingsOf } from './readings'
import type { Candidate } from './retrieve'

/** Score of an item whose code was typed: above all that words can bring. */
const CODE_SCORE = 1e6
/** From this explained share on, the first hit is said without reserve. */
const SURE = 0.5

/** An item in the answer, with the reading of the question that found it. */
export interface Ranked {
  readonly item: number
  readonly score: number
  readonly explained: number
  readonly question: Question
  readonly pinned: boolean
}

/** The whole ranking of one question. */
export interface Answer {
  readonly ranked: readonly Ranked[]
  readonly confidence: Confidence
  readonly didYouMean?: string
}

/** Ranks all items for what was typed: every reading of it (as typed, pinyin written out, typos put right), codes, pins. */
export function answer(snapshot: Snapshot, typed: string, failures: Failures, now?: number): Answer {
  const cut = typed.slice(0, LONGEST_QUESTION)
  const best = new Map<number, Ranked>()
  const readings = readingsOf(snapshot, cut)
  let asTyped = 0
  let didYouMean: { text: string; score: number } | undefined
  readings.forEach(({ text, weight }, i) => {
    const question = readQuestion(snapshot, text)
    const candidates = rankQuestion(snapshot, question, failures)
    const top = candidates.length > 0 ? candidates[0].score * weight : 0
    if (i === 0) asTyped = top
    else if (top > asTyped && top > (didYouMean?.score || 0)) didYouMean = { text, score: top }
    for (const candidate of candidates) keepBetter(best, candidate, weight, question)
  })
  const question = readQuestion(snapshot, cut)
  const passes = (item: number): boolean => !failures || failures[item] === 0
  for (const [item, match] of itemsByCode(snapshot, cut)) {
    if (passes(item)) best.set(item, { item, score: CODE_SCORE * match, explained: 1, question, pinned: false })
  }
  const ranked = [...best.values()].sort(byScore)
  const pins = pinnedItems(snapshot, question.squeezed, now).filter(passes)
  const pinned = pins.map((item): Ranked => ({ ...(best.get(item) || { item, score: 0, question }), explained: 1, pinned: true }))
  const all = [...pinned, ...ranked.filter(({ item }) => !pins.includes(item))]
  return { ranked: all, confidence: confidenceOf(all), didYouMean: didYouMean?.text }
}

function keepBetter(best: Map<number, Ranked>, { item, score, explained }: Candidate, weight: number, question: Question): void {
  const before = best.get(item)
  if (!before || before.score < score * weight) best.set(item, { item, score: score * weight, explained: Math.min(1, explained * weight), question, pinned: false })
}

const confidenceOf = (ranked: readonly Ranked[]): Confidence => (ranked.length === 0 ? 'none' : ranked[0].explained >= SURE ? 'sure' : 'unsure')
