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
const SURE = 0.4

/** An item in the answer, with the reading of the question that found it. */
export interface Ranked {
  readonly item: number
  readonly score: number
  readonly explained: number
  readonly question: Question
  readonly pinned: boolean
}

/** The whole ranking of one question: what may be shown in order, then the numbers of further items that match faintly. */
export interface Answer {
  readonly ranked: readonly Ranked[]
  readonly others: readonly number[]
  readonly confidence: Confidence
  readonly didYouMean?: string
}

/** Ranks all items for what was typed: every reading of it (as typed, pinyin written out, typos put right), codes, pins. */
export function answer(snapshot: Snapshot, typed: string, failures: Failures, now?: number): Answer {
  const cut = typed.slice(0, LONGEST_QUESTION)
  const best = new Map<number, Ranked>()
  let others: readonly number[] = []
  const scores: number[] = []
  const readings = readingsOf(snapshot, cut)
  for (const { text, weight } of readings) {
    const question = readQuestion(snapshot, text)
    const ranking = rankQuestion(snapshot, question, failures)
    scores.push(ranking.best.length > 0 ? ranking.best[0].score * weight : 0)
    for (const candidate of ranking.best) keepBetter(best, candidate, weight, question)
    others = others.length === 0 ? ranking.others : [...new Set([...others, ...ranking.others])]
  }
  const question = readQuestion(snapshot, cut)
  const passes = (item: number): boolean => !failures || failures[item] === 0
  for (const [item, match] of itemsByCode(snapshot, cut)) {
    if (passes(item)) best.set(item, { item, score: CODE_SCORE * match, explained: 1, question, pinned: false })
  }
  const pins = pinnedItems(snapshot, question.squeezed, now).filter(passes)
  const pinned = pins.map((item): Ranked => ({ ...(best.get(item) || { item, score: 0, question }), explained: 1, pinned: true }))
  const ranked = [...pinned, ...[...best.values()].filter(({ item }) => !pins.includes(item)).sort(byScore)]
  const guess = scores.indexOf(Math.max(...scores))
  return {
    ranked,
    others: scores.length > 1 || pins.length > 0 ? others.filter((item) => !best.has(item) && !pins.includes(item)) : others,
    confidence: ranked.length === 0 ? 'none' : ranked[0].explained >= SURE ? 'sure' : 'unsure',
    ...(guess > 0 ? { didYouMean: readings[guess].text.trim() } : {}),
  }
}

function keepBetter(best: Map<number, Ranked>, { item, score, explained }: Candidate, weight: number, question: Question): void {
  const before = best.get(item)
  if (!before || before.score < score * weight) best.set(item, { item, score: score * weight, explained: Math.min(1, explained * weight), question, pinned: false })
}
