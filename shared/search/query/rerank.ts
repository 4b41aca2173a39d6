import { EXCLUSIVE, FIRST_TIME, ACTION_COUNT } from '../analysis/actions'
import { isAlphanumeric, isHan } from '../analysis/characters'
import { foldUnit } from '../analysis/fold'
import { levelTagEnd } from '../snapshot/character-index'
import { raritiesOf } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import type { Question } from './question'
import type { Candidate } from './retrieve'
import { aliasCoverage, isAlias } from './alias-fit'
import { WEIGHTS } from './weights'

/** Multiplies each candidate's score by how well its whole name fits the question. */
export function rerank(snapshot: Snapshot, question: Question, candidates: readonly Candidate[]): void {
  withExplained(question, () => {
    for (const candidate of candidates) {
      const { coverage, name, action } = fitOf(snapshot, question, candidate.item)
      candidate.score *= (1 + WEIGHTS.coverage * coverage) * name * action
    }
  })
}

/** How an item's whole name fits a question: share explained, and the two factors of the score. */
export interface Fit {
  readonly coverage: number
  readonly name: number
  readonly action: number
}

/** Fit of one item, as `rerank` uses it. */
export const explainFit = (snapshot: Snapshot, question: Question, item: number): Fit => withExplained(question, () => fitOf(snapshot, question, item))

/** By character: how far the question explains it (1, a little less for its meanings). Scratch, all zero between questions. */
const explained = new Float32Array(0xa000)
/** By character: the last name it was counted for. Scratch. */
const countedFor = new Int32Array(0xa000)
let counting = 0
const OPEN = 40
const MEANING_SHARE = 0.9

/** Runs `use` while `explained` is filled for the question. */
function withExplained<T>(question: Question, use: () => T): T {
  const texts = [{ text: question.text, weight: 1 }, ...question.spans.flatMap((span) => span.meanings.map(({ text, weight }) => ({ text, weight: weight * MEANING_SHARE })))]
  for (const { text, weight } of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 0xa000 && explained[unit] < weight) explained[unit] = weight
    }
  }
  const result = use()
  for (const { text } of texts) for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0xa000) explained[text.charCodeAt(i)] = 0
  return result
}

function fitOf(snapshot: Snapshot, question: Question, item: number): Fit {
  const { names } = snapshot.data
  const start = names.starts[item]
  const end = names.starts[item + 1]
  return {
    coverage: Math.max(coverageOf(snapshot, names.units, start, end), aliasCoverage(snapshot, item, (units, from, to) => coverageOf(snapshot, units, from, to))),
    name: Math.max(nameFactor(names.units, start, end, question.squeezed), isAlias(snapshot, question.squeezed, item) ? WEIGHTS.exactAlias : 1),
    action: actionFactor(snapshot, question, snapshot.data.actions[item]),
  }
}

/** Share of a name's (or alias's) characters, each once and by rarity, that the question explains; level tags do not count. */
function coverageOf(snapshot: Snapshot, units: Uint16Array, start: number, end: number): number {
  const rarities = raritiesOf(snapshot)
  counting = (counting + 1) | 0
  let mass = 0
  let covered = 0
  for (let at = start; at < end; at++) {
    const unit = foldUnit(units[at])
    if (unit === OPEN) at = Math.max(at, levelTagEnd(units, at + 1, end) - 1)
    if (!isHan(unit) || countedFor[unit] === counting) continue
    countedFor[unit] = counting
    mass += rarities[unit]
    covered += rarities[unit] * explained[unit]
  }
  return mass > 0 ? covered / mass : 0
}

const isWord = (unit: number): boolean => isHan(unit) || isAlphanumeric(unit)

/** Bonus when the whole question is the name, begins it or stands in it, spaces and signs aside. */
function nameFactor(units: Uint16Array, start: number, end: number, question: string): number {
  if (question.length < 2) return 1
  let words = 0
  for (let at = start; at < end; at++) {
    const unit = foldUnit(units[at])
    if (!isWord(unit)) continue
    if (unit === question.charCodeAt(0)) {
      const matchEnd = matchFrom(units, at, end, question)
      if (matchEnd > 0) {
        if (words > 0) return WEIGHTS.insideName
        for (let rest = matchEnd; rest < end; rest++) if (isWord(foldUnit(units[rest]))) return WEIGHTS.prefixOfName
        return WEIGHTS.exactName
      }
    }
    words++
  }
  return 1
}

/** End of the question's occurrence that begins at `at`, or 0. */
function matchFrom(units: Uint16Array, at: number, end: number, question: string): number {
  let matched = 0
  while (at < end && matched < question.length) {
    const unit = foldUnit(units[at++])
    if (!isWord(unit)) continue
    if (unit !== question.charCodeAt(matched)) return 0
    matched++
  }
  return matched === question.length ? at : 0
}

/** Bonus for the action asked for, penalty for another one. */
function actionFactor(snapshot: Snapshot, question: Question, named: number): number {
  const strength = question.hinted ? WEIGHTS.hintedAction : 1
  const later = named & EXCLUSIVE & ~FIRST_TIME
  if (question.actions === 0) return later ? 1 - WEIGHTS.plainQuestion : 1
  const both = question.actions & named
  if (both) return 1 + strength * WEIGHTS.sameAction * Math.min(1, rarestAction(snapshot, both) / 60)
  return later && question.actions & EXCLUSIVE ? 1 - WEIGHTS.otherAction * strength : 1
}

function rarestAction(snapshot: Snapshot, mask: number): number {
  let rarest = 0
  for (let i = 0; i < ACTION_COUNT; i++) if ((mask >>> i) & 1) rarest = Math.max(rarest, snapshot.data.actionIdfs[i])
  return rarest
}
