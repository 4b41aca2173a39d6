import { ACTION_COUNT, actionName } from '../analysis/actions'
import type { Snapshot } from '../snapshot/snapshot'
import type { Explanation, SearchOptions } from '../types'
import { answer, type Ranked } from './answer'
import { failuresOf } from './filter'
import type { Question } from './question'
import { explainFit } from './rerank'
import { retrieve } from './retrieve'

const percent = (share: number): string => `${Math.round(share * 100)}%`
const points = (score: number): string => score.toFixed(1)

/**
 * Says in Chinese why an item ranks where it does. Each part of the question is asked on its own, so that what is said is what the
 * ranking computes; rank 0 and one line when the id is unknown or the item is not found.
 */
export function explain(snapshot: Snapshot, typed: string, id: string, options: Pick<SearchOptions, 'filters' | 'now'> = {}): Explanation {
  const { ranked, didYouMean } = answer(snapshot, typed, failuresOf(snapshot, options.filters), options.now)
  const at = ranked.findIndex((hit) => snapshot.id(hit.item) === id)
  if (at < 0) return { id, name: '', rank: 0, score: 0, lines: ['这个事项没有被找到：问题里没有一个词与它的名称、别名或同义词相符，或者被筛选条件排除'] }
  const hit = ranked[at]
  const lines = hit.pinned ? ['这个问题置顶了这个事项'] : [...(didYouMean ? [`问题按“${hit.question.text.trim()}”理解`] : []), ...wordLines(snapshot, hit), ...fitLines(snapshot, hit)]
  return { id, name: snapshot.name(hit.item), rank: at + 1, score: hit.score, lines }
}

/** Points that one part of the question gives the item. */
function pointsOf(snapshot: Snapshot, part: Question, item: number): number {
  return retrieve(snapshot, part).find((candidate) => candidate.item === item)?.score || 0
}

/** A line for each lexicon word, with the meaning that helped most, and one for the remaining words. */
function wordLines(snapshot: Snapshot, { item, question }: Ranked): string[] {
  const lines = question.spans.map((span) => {
    const only = { ...question, rest: new Map(), spans: [span] }
    const word = question.text.slice(span.start, span.end)
    const total = pointsOf(snapshot, only, item)
    if (total === 0) return `“${word}”及其同义词与名称无关`
    const own = pointsOf(snapshot, { ...only, spans: [{ ...span, meanings: [] }] }, item)
    if (own >= total) return `“${word}”与名称相符，得${points(total)}分`
    const best = span.meanings.find((meaning) => pointsOf(snapshot, { ...only, spans: [{ ...span, meanings: [meaning] }] }, item) >= total)
    return `“${word}”按同义词“${best ? best.text : word}”与名称相符，得${points(total)}分`
  })
  const rest = pointsOf(snapshot, { ...question, spans: [] }, item)
  return rest > 0 ? [...lines, `其余的字词与名称或别名相符，得${points(rest)}分`] : lines
}

/** Lines for what the whole name adds. */
function fitLines(snapshot: Snapshot, { item, question, score, explained }: Ranked): string[] {
  const fit = explainFit(snapshot, question, item)
  const named = snapshot.data.actions[item]
  const actions = (mask: number): string => Array.from({ length: ACTION_COUNT }, (_, i) => i).filter((i) => (mask >>> i) & 1).map(actionName).join('、')
  const lines = [`名称的${percent(fit.coverage)}被问题说到`]
  if (fit.name > 1) lines.push(`问题的原话就在名称里，得分×${fit.name}`)
  if (fit.action > 1) lines.push(`要办的事一致（${actions(question.actions & named)}），得分×${fit.action.toFixed(2)}`)
  if (fit.action < 1 && question.actions) lines.push(`要办的事不同（问的是${actions(question.actions)}，这是${actions(named)}），得分×${fit.action.toFixed(2)}`)
  if (fit.action < 1 && !question.actions) lines.push(`问题没有说是${actions(named)}，得分×${fit.action.toFixed(2)}`)
  return [...lines, `问题的${percent(explained)}被它解释，总分${points(score)}`]
}
