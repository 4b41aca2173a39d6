import * as v from 'valibot'
import { text } from '../api/fields'
import { localId, type Centre } from '../centre/centre'
import { fold, squeeze } from '../search/analysis/fold'
import { listOf, named, readTable, type ReadTable } from './centre-table'
import { complaintKindList, complaintKinds, type ComplaintKind } from './kinds'
import type { Learner } from './learned'
import { defaultOfficeOf, routeOf, type RoutedCase, type RoutingRule } from './routing'

/** Words that speak for an office or a kind, with weights above 0 up to 1. */
export const suggestionWords = v.strictObject({
  for: v.picklist(['office', 'kind']),
  /** Id of the office, or the kind. */
  label: v.string(),
  words: v.array(v.strictObject({ word: text(30), weight: v.number() })),
})
/** Words that speak for an office or a kind. */
export type SuggestionWords = v.InferOutput<typeof suggestionWords>

/** Where a suggestion comes from: a routing rule, curated words, earlier cases, or nothing but the default office. */
export const suggestionSource = v.picklist(['rule', 'words', 'cases', 'default'])

const suggested = { source: suggestionSource, /** Words of the text that made it. */ because: v.array(v.string()) }

/** What is proposed to the clerk; it changes nothing by itself. */
export const suggestion = v.strictObject({
  /** Offices, best first, at most two; the first is never missing. */
  offices: v.array(v.strictObject({ office: localId, ...suggested, /** Row of the routing rule. */ row: v.optional(v.number()) })),
  /** Another kind than the citizen chose, when the text says so clearly. */
  kind: v.optional(v.strictObject({ kind: v.picklist(complaintKindList), ...suggested })),
})
/** What is proposed to the clerk. */
export type Suggestion = v.InferOutput<typeof suggestion>

const plain = (it: string) => squeeze(fold(it))

/** Reads data/suggestion-words.csv, `for,name,words`: office or kind by id or name, words parted by `;`, a weight after `*` (default 1). */
export function readSuggestionWords(csv: string, centre: Pick<Centre, 'offices'>): ReadTable<SuggestionWords> {
  const kinds = complaintKindList.map((id) => ({ id, name: complaintKinds[id] as string }))
  return readTable<'for' | 'name' | 'words', SuggestionWords>(csv, ['for', 'name', 'words'], (row, complain, before) => {
    if (row.for !== 'office' && row.for !== 'kind') return complain(`for 应为 office 或 kind，不能是“${row.for}”`)
    const label = named(row.for === 'office' ? centre.offices : kinds, row.name)
    if (!label) return complain(`没有“${row.name}”这${row.for === 'office' ? '个科室' : '一类'}`)
    if (before.some((it) => it.for === row.for && it.label === label)) return complain(`“${row.name}”已在上面写过，请并为一行`)
    const words: { word: string; weight: number }[] = []
    for (const part of listOf(row.words)) {
      const [word = '', weight = '1', ...more] = part.split('*').map((it) => it.trim())
      if (more.length > 0 || !(Number(weight) > 0 && Number(weight) <= 1)) complain(`“${part}”的权重应大于 0、不超过 1`)
      else if (plain(word) === '' || word.length > 30) complain(`“${part}”应为 1 至 30 个字的词`)
      else if (words.some((it) => plain(it.word) === plain(word))) complain(`“${word}”重复`)
      else words.push({ word, weight: Number(weight) })
    }
    return words.length > 0 ? { for: row.for, label, words } : complain('没有写词')
  })
}

/** What a centre suggests from. */
export interface SuggestionModel {
  readonly rules: readonly RoutingRule[]
  readonly words: readonly SuggestionWords[]
  readonly offices: Learner
  readonly kinds: Learner
}

/** Decided cases from which on the learned part is heard; below, its guesses are no better than the commonest office. */
export const enoughCases = 30
/** How many nats a curated word of weight 1 counts in the sum with what was learned. */
const wordNats = 4
/** What is learned is overconfident, for pairs overlap: its nats count by this share. */
const learnedShare = 0.5
/** Lead of the learner's best label, in nats, from which on it is named without a curated word: then nine of ten were right (docs/complaints-texts.md). */
const learnedLead = 8
/** Lead over the next label, in nats, from which on a kind other than the citizen's is named. */
const kindLead = 4
const mostReasons = 3

interface Voice {
  readonly label: string
  readonly curated: number
  readonly score: number
  readonly because: string[]
}

/** Labels by curated words and what was learned, best first; only labels that have something for them. */
function voices(axis: 'office' | 'kind', body: string, text: string, words: readonly SuggestionWords[], learner: Learner): Voice[] {
  const heard = learner.cases >= enoughCases ? learner.rank(text) : []
  const worst = heard[heard.length - 1]?.score ?? 0
  const surely = heard.length > 1 && (heard[0]?.score ?? 0) - (heard[1]?.score ?? 0) >= learnedLead ? heard[0]?.label : undefined
  const labels = new Set([...words.filter((it) => it.for === axis).map((it) => it.label), ...heard.map((it) => it.label)])
  const all: Voice[] = []
  for (const label of labels) {
    const found = words.filter((it) => it.for === axis && it.label === label).flatMap((it) => it.words).filter(({ word }) => body.includes(plain(word)))
    // A word inside another that stands there says nothing more: 养老 in 养老金.
    const own = found.filter((it) => !found.some((other) => other !== it && other.word.includes(it.word) && other.weight >= it.weight)).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    const curated = own.reduce((sum, it) => sum + it.weight, 0)
    const learned = heard.find((it) => it.label === label)
    const score = curated * wordNats + (learned ? (learned.score - worst) * learnedShare : 0)
    if (curated > 0 || label === surely) all.push({ label, curated, score, because: own.slice(0, mostReasons).map((it) => it.word) })
  }
  return all.sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1))
}

/**
 * What to propose for a case: the office of the first routing rule that holds, then those for which the text's words speak, with the
 * words as the reason; without any, the default office. Deterministic, and never throws.
 */
export function suggest(it: RoutedCase, model: SuggestionModel, centre: Pick<Centre, 'offices' | 'defaultOffice'>): Suggestion {
  const body = plain(it.text)
  const exists = (office: string) => centre.offices.some(({ id }) => id === office)
  const offices: Suggestion['offices'] = []
  const route = routeOf(model.rules, it)
  if (route && exists(route.rule.office)) offices.push({ office: route.rule.office, source: 'rule', because: route.word ? [route.word] : [], row: route.rule.row })
  for (const voice of voices('office', body, it.text, model.words, model.offices)) {
    if (offices.length === 2) break
    if (!exists(voice.label) || offices.some(({ office }) => office === voice.label)) continue
    const because = voice.because.length > 0 ? voice.because : model.offices.reasons(it.text, voice.label, mostReasons)
    if (because.length > 0) offices.push({ office: voice.label, source: voice.because.length > 0 ? 'words' : 'cases', because })
  }
  if (offices.length === 0) offices.push({ office: defaultOfficeOf(centre), source: 'default', because: [] })
  const kind = kindOf(it, body, model)
  return { offices, ...(kind ? { kind } : {}) }
}

function kindOf(it: RoutedCase, body: string, { words, kinds }: SuggestionModel): Suggestion['kind'] {
  const ranked = voices('kind', body, it.text, words, kinds)
  const [best] = ranked
  if (!best || best.label === it.kind || !complaintKindList.includes(best.label as ComplaintKind)) return undefined
  const chosen = ranked.find(({ label }) => label === it.kind)
  if (best.score - Math.max(ranked[1]?.score ?? 0, chosen?.score ?? 0) < kindLead) return undefined
  const because = best.because.length > 0 ? best.because : kinds.reasons(it.text, best.label, mostReasons)
  return because.length > 0 ? { kind: best.label as ComplaintKind, source: best.because.length > 0 ? 'words' : 'cases', because } : undefined
}
