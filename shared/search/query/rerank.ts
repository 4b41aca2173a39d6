import { EXCLUSIVE, FIRST_TIME, ACTION_COUNT } from '../analysis/actions'
import { fold, squeeze } from '../analysis/fold'
import { isHan } from '../analysis/characters'
import { nameParts } from '../analysis/name-parts'
import { postingsOf } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import type { Question } from './question'
import type { Candidate } from './retrieve'
import { WEIGHTS } from './weights'

/** Multiplies each candidate's score by how well its whole name fits the question. */
export function rerank(snapshot: Snapshot, question: Question, candidates: readonly Candidate[]): void {
  const known = explainedCharacters(question)
  for (const candidate of candidates) {
    const { coverage, name, action } = fitOf(snapshot, question, known, candidate.item)
    candidate.score *= (1 + WEIGHTS.coverage * coverage) * name * action
  }
}

/** How an item's whole name fits a question: share explained, and the two factors of the score. */
export interface Fit {
  readonly coverage: number
  readonly name: number
  readonly action: number
}

/** Fit of one item, with the characters that `explainedCharacters` gave for the question. */
export function fitOf(snapshot: Snapshot, question: Question, known: ReadonlyMap<number, number>, item: number): Fit {
  const folded = fold(snapshot.name(item))
  return {
    coverage: coverageOf(snapshot, folded, known),
    name: nameFactor(squeeze(folded), question.squeezed),
    action: actionFactor(snapshot, question, snapshot.data.actions[item]),
  }
}

/** Characters of the question (1) and of its meanings (a little less). */
export function explainedCharacters(question: Question): Map<number, number> {
  const known = new Map<number, number>()
  for (let i = 0; i < question.text.length; i++) known.set(question.text.charCodeAt(i), 1)
  for (const span of question.spans) {
    for (const { text, weight } of span.meanings) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i)
        if ((known.get(unit) || 0) < weight * 0.9) known.set(unit, weight * 0.9)
      }
    }
  }
  return known
}

/** Share of the name's characters, by rarity, that the question explains. */
function coverageOf(snapshot: Snapshot, foldedName: string, known: ReadonlyMap<number, number>): number {
  const { main, bracketed } = nameParts(foldedName)
  const seen = new Set<number>()
  let mass = 0
  let explained = 0
  for (const part of [main, bracketed]) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      if (!isHan(unit) || seen.has(unit)) continue
      seen.add(unit)
      const { rarity } = postingsOf(snapshot, unit)
      mass += rarity
      explained += rarity * (known.get(unit) || 0)
    }
  }
  return mass > 0 ? explained / mass : 0
}

/** Bonus when the whole question is the name, begins it or stands in it. */
function nameFactor(name: string, question: string): number {
  if (question.length < 2) return 1
  const at = name.indexOf(question)
  if (at < 0) return 1
  if (name.length === question.length) return WEIGHTS.exactName
  return at === 0 ? WEIGHTS.prefixOfName : WEIGHTS.insideName
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
