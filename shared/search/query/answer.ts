import { isHan } from '../analysis/characters'
import type { Snapshot } from '../snapshot/snapshot'
import type { Confidence } from '../types'
import { itemsByCode } from './codes'
import type { Failures } from './filter'
import { pinnedItems } from './pins'
import { LONGEST_QUESTION, readQuestion, type Question } from './question'
import { byScore, rankQuestion } from './rank'
import { otherReadings, type Reading } from './readings'
import type { Candidate } from './retrieve'

/** Score of an item whose code was typed: above all that words can bring. */
const CODE_SCORE = 1e6
/** From this explained share on, the first hit is said without reserve. */
const SURE = 0.4

/** From this explained share on nothing is misspelt. */
const PLAIN = 0.9
/** Lexicon words of this length on are no slips of others. */
const TELLING_WORD = 3

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

/** What all readings of a question bring, before codes and pins. */
interface RankedReadings {
  readonly typed: string
  readonly question: Question
  /** Each item with its best reading. */
  readonly best: ReadonlyMap<number, Ranked>
  readonly others: readonly number[]
  /** How many readings were asked, and the one that brings the highest score when it is not the question as typed. */
  readonly asked: number
  readonly guess?: string
}

/** Ranks all items for what was typed: every reading of it (as typed, pinyin written out, typos put right), codes, pins. */
export function answer(snapshot: Snapshot, typed: string, failures: Failures, now?: number): Answer {
  const { typed: cut, question, best: found, others, asked, guess } = failures ? rankReadings(snapshot, typed, failures) : lastRanked(snapshot, typed)
  const best = new Map(found)
  const passes = (item: number): boolean => !failures || failures[item] === 0
  for (const [item, match] of itemsByCode(snapshot, cut)) {
    if (passes(item)) best.set(item, { item, score: CODE_SCORE * match, explained: 1, question, pinned: false })
  }
  const pins = pinnedItems(snapshot, question.squeezed, now).filter(passes)
  const pinned = pins.map((item): Ranked => ({ ...(best.get(item) || { item, score: 0, question }), explained: 1, pinned: true }))
  const ranked = [...pinned, ...[...best.values()].filter(({ item }) => !pins.includes(item)).sort(byScore)]
  return {
    ranked,
    others: asked > 1 || pins.length > 0 ? others.filter((item) => !best.has(item) && !pins.includes(item)) : others,
    confidence: ranked.length === 0 ? 'none' : ranked[0].explained >= SURE ? 'sure' : 'unsure',
    ...(guess ? { didYouMean: guess } : {}),
  }
}

/** The last question without filters is kept: what is typed is asked for results and for completions. */
function lastRanked(snapshot: Snapshot, typed: string): RankedReadings {
  const kept = snapshot.derive('lastRanked', (): { ranked?: RankedReadings } => ({}))
  if (kept.ranked?.typed !== typed) kept.ranked = rankReadings(snapshot, typed, undefined)
  return kept.ranked
}

function rankReadings(snapshot: Snapshot, typed: string, failures: Failures): RankedReadings {
  const cut = typed.slice(0, LONGEST_QUESTION)
  const best = new Map<number, Ranked>()
  let others: readonly number[] = []
  const scores: number[] = []
  const readings: Reading[] = [{ text: cut, weight: 1 }]
  const question = readQuestion(snapshot, cut)
  for (let i = 0; i < readings.length; i++) {
    const { text, weight } = readings[i]
    const read = i === 0 ? question : readQuestion(snapshot, text)
    const ranking = rankQuestion(snapshot, read, failures)
    if (i === 0) readings.push(...otherReadings(snapshot, cut, isPlain(question, ranking.best[0])))
    scores.push(ranking.best.length > 0 ? ranking.best[0].score * weight : 0)
    for (const candidate of ranking.best) keepBetter(best, candidate, weight, read)
    others = others.length === 0 ? ranking.others : [...new Set([...others, ...ranking.others])]
  }
  const guess = scores.indexOf(Math.max(...scores))
  return { typed: cut, question, best, others, asked: readings.length, ...(guess > 0 ? { guess: readings[guess].text.trim() } : {}) }
}

/** Whether nothing can be misspelt: all of the question are long lexicon words, or an item explains it. */
function isPlain({ text, spans }: Question, first: Candidate | undefined): boolean {
  if (first && first.explained >= PLAIN) return true
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i)) && !spans.some(({ start, end }) => start <= i && i < end && end - start >= TELLING_WORD)) return false
  return true
}

function keepBetter(best: Map<number, Ranked>, { item, score, explained }: Candidate, weight: number, question: Question): void {
  const before = best.get(item)
  if (!before || before.score < score * weight) best.set(item, { item, score: score * weight, explained: Math.min(1, explained * weight), question, pinned: false })
}
