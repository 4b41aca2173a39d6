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
import { Matches } from './tally'
import { GUESS_DEPTH, RERANK_DEPTH } from './weights'

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

/** The whole ranking of one question. */
export interface Answer {
  /** What may be shown, in order. */
  readonly ranked: readonly Ranked[]
  /** How many items match at all, and the numbers of those that match so faintly that they are not ranked, ascending. */
  readonly total: number
  readonly others: () => number[]
  readonly confidence: Confidence
  readonly didYouMean?: string
}

/** What all readings of a question bring, before codes and pins. */
interface RankedReadings {
  readonly typed: string
  readonly question: Question
  /** Each item with its best reading. */
  readonly best: ReadonlyMap<number, Ranked>
  readonly matches: Matches
  /** The reading that brings the highest score, as it is told, when it is not the question as typed. */
  readonly guess?: string
}

/** Ranks all items for what was typed: every reading of it (as typed, pinyin written out, typos put right), codes, pins. */
export function answer(snapshot: Snapshot, typed: string, failures: Failures, now?: number): Answer {
  const { typed: cut, question, best: found, matches, guess } = failures ? rankReadings(snapshot, typed, failures) : lastRanked(snapshot, typed)
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
    total: matches.count + ranked.filter(({ item }) => !matches.has(item)).length,
    others: () => {
      const shown = new Set(ranked.map(({ item }) => item))
      return matches.toArray().filter((item) => !shown.has(item))
    },
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
  const matches = new Matches(snapshot.itemCount)
  const scores: number[] = []
  const readings: Reading[] = [{ text: cut, weight: 1 }]
  const question = readQuestion(snapshot, cut)
  for (let i = 0; i < readings.length; i++) {
    const { text, weight } = readings[i]
    const read = i === 0 ? question : readQuestion(snapshot, text)
    const ranking = rankQuestion(snapshot, read, failures, matches, i === 0 ? RERANK_DEPTH : GUESS_DEPTH)
    if (i === 0) readings.push(...otherReadings(snapshot, cut, isPlain(question, ranking[0])))
    scores.push(ranking.length > 0 ? ranking[0].score * weight : 0)
    for (const candidate of ranking) keepBetter(best, candidate, weight, read)
  }
  const guess = scores.indexOf(Math.max(...scores))
  return { typed: cut, question, best, matches, ...(guess > 0 ? { guess: (readings[guess].told || readings[guess].text).trim() } : {}) }
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
