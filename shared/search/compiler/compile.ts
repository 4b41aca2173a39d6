import { fold, squeeze } from '../analysis/fold'
import { LARGE_CATALOGUE, type SnapshotData } from '../snapshot/layout'
import { packSnapshot } from '../snapshot/pack'
import { packLists, packTexts } from '../snapshot/runs'
import type { CompileInput, CompileItem, LearnedAlias, PastQuestion, Pin } from '../types'
import { compareTexts } from './compare'
import { gramSections, NO_GRAMS } from './gram-sections'
import { indexItems } from './index-items'
import { facetSections, itemSections } from './item-sections'
import { lexiconSections } from './lexicon-sections'

/**
 * Compiles a centre's catalogue and words into a snapshot. Items are numbered in the order of their names, which makes
 * neighbours alike and the bytes compress well; learned aliases and pins of unknown items are left out.
 * @throws {Error} with a Chinese sentence when two items share an id or one has an empty id or name
 */
export function compileSnapshot(input: CompileInput): ArrayBuffer {
  const items = [...input.items].sort((a, b) => compareTexts(fold(a.name), fold(b.name)) || compareTexts(a.id, b.id))
  const numberOf = numberItems(items)
  const learned = (input.learned || []).filter((alias) => numberOf.has(alias.itemId) && squeeze(fold(alias.text)))
  const aliases = aliasRows(items, learned, numberOf)
  const textsOf = items.map((): string[] => [])
  aliases.forEach(({ item, text }) => textsOf[item].push(text))
  const index = indexItems(items.map((item, i) => ({ name: item.name, aliases: textsOf[i] })))
  const { columnCount, ...shown } = itemSections(items)
  const version = input.version || 0
  return packSnapshot({
    numbers: Uint32Array.of(items.length, columnCount, version % 2 ** 32, Math.floor(version / 2 ** 32)),
    ...shown,
    masses: index.masses,
    actions: index.actions,
    actionIdfs: index.actionIdfs,
    aliases: packTexts(aliases.map((alias) => alias.text)),
    aliasItems: Uint32Array.from(aliases, (alias) => alias.item),
    aliasLearned: Uint8Array.from(aliases, (alias) => (alias.learned ? 1 : 0)),
    ...lexiconSections(input.lexicon || [], index),
    ...facetSections(items),
    ...pinSections(input.pins || [], numberOf),
    ...questionSections(input.questions || []),
    ...(items.length < LARGE_CATALOGUE ? NO_GRAMS : gramSections(index)),
  })
}

function numberItems(items: readonly CompileItem[]): Map<string, number> {
  const numberOf = new Map<string, number>()
  items.forEach((item, i) => {
    if (!item.id || !item.name.trim()) throw new Error(`事项“${item.id || item.name}”缺少编号或名称`)
    if (numberOf.has(item.id)) throw new Error(`事项编号“${item.id}”重复`)
    numberOf.set(item.id, i)
  })
  return numberOf
}

interface AliasRow {
  readonly item: number
  readonly text: string
  readonly learned: boolean
}

function aliasRows(items: readonly CompileItem[], learned: readonly LearnedAlias[], numberOf: ReadonlyMap<string, number>): AliasRow[] {
  const staff = items.flatMap((item, i) => (item.aliases || []).filter((text) => squeeze(fold(text))).map((text) => ({ item: i, text, learned: false })))
  const accepted = learned.map(({ itemId, text }) => ({ item: numberOf.get(itemId)!, text, learned: true }))
  return [...staff, ...accepted].sort((a, b) => a.item - b.item)
}

function pinSections(pins: readonly Pin[], numberOf: ReadonlyMap<string, number>): Pick<SnapshotData, 'pinQuestions' | 'pinExpiries' | 'pinItems'> {
  const rows = pins
    .map((pin) => ({
      question: squeeze(fold(pin.question)),
      expiry: pin.expiresAt === undefined ? 0 : Math.max(1, Math.floor(pin.expiresAt / 1000)),
      items: pin.itemIds.flatMap((id) => numberOf.get(id) ?? []),
    }))
    .filter((row) => row.question && row.items.length > 0)
    .sort((a, b) => compareTexts(a.question, b.question))
  return {
    pinQuestions: packTexts(rows.map((row) => row.question)),
    pinExpiries: Uint32Array.from(rows, (row) => row.expiry),
    pinItems: packLists(rows.map((row) => row.items)),
  }
}

function questionSections(questions: readonly PastQuestion[]): Pick<SnapshotData, 'questions' | 'questionCounts'> {
  const rows = questions.filter((row) => squeeze(fold(row.text))).sort((a, b) => b.count - a.count || compareTexts(a.text, b.text))
  return { questions: packTexts(rows.map((row) => row.text)), questionCounts: Uint32Array.from(rows, (row) => row.count) }
}
