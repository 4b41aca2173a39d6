import * as v from 'valibot'
import { text } from '../api/fields'
import { localId, type Centre } from '../centre/centre'
import { itemId } from '../items/item'
import { fold, squeeze } from '../search/analysis/fold'
import { listOf, named, readTable, type ReadTable } from './centre-table'
import type { Where } from './complaint'
import { complaintKindList, complaintKinds, type ComplaintKind } from './kinds'

/** One routing rule (转办规则): every condition that is given must hold; of `words`, one must stand in the text. */
export const routingRule = v.strictObject({
  /** Row of the table, as a spreadsheet counts: by it people speak of the rule. */
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  item: v.optional(itemId),
  area: v.optional(localId),
  kind: v.optional(v.picklist(complaintKindList)),
  words: v.array(text(30)),
  office: localId,
})
/** One routing rule. */
export type RoutingRule = v.InferOutput<typeof routingRule>

/** What rules look at. */
export interface RoutedCase {
  readonly text: string
  readonly kind: ComplaintKind
  readonly item?: string
  /** Where it happened, as `routedArea` finds it. */
  readonly area?: string
}

/** The area that rules look at: the one that was named, else the window's, else the one that handles the item; none when nothing says it. */
export function routedArea(where: Pick<Where, 'area' | 'window'>, windows: Centre['windows'], item: { readonly area?: string | undefined } | undefined): string | undefined {
  return where.area ?? windows.find(({ id }) => id === where.window)?.area ?? item?.area
}

/** A rule that holds, and which of its words stands in the text. */
export interface RouteFound {
  readonly rule: RoutingRule
  readonly word?: string
}

const columns = ['item', 'area', 'kind', 'words', 'office'] as const
const plain = (it: string) => squeeze(fold(it))

/** Whether whatever `later` matches is matched by `earlier` already. */
function covers(earlier: RoutingRule, later: RoutingRule): boolean {
  const same = (['item', 'area', 'kind'] as const).every((it) => earlier[it] === undefined || earlier[it] === later[it])
  if (!same || earlier.words.length === 0) return same
  return later.words.length > 0 && later.words.every((word) => earlier.words.some((it) => plain(word).includes(plain(it))))
}

/**
 * Reads data/routing.csv, `item,area,kind,words,office`: the item by its id, area, kind and office by name or id, words parted by `;`.
 * The first rule that holds decides, so the special stands above the general; a rule that can never be reached is a mistake.
 */
export function readRouting(csv: string, centre: Pick<Centre, 'areas' | 'offices'>): ReadTable<RoutingRule> {
  const kinds = complaintKindList.map((id) => ({ id, name: complaintKinds[id] as string }))
  return readTable<(typeof columns)[number], RoutingRule>(csv, columns, ({ row, ...cells }, complain, before) => {
    const area = named(centre.areas, cells.area)
    const kind = named(kinds, cells.kind) as ComplaintKind | undefined
    const office = named(centre.offices, cells.office)
    const words = listOf(cells.words)
    if (cells.area && !area) return complain(`没有“${cells.area}”这个综合办理区`)
    if (cells.kind && !kind) return complain(`没有“${cells.kind}”这一类，应为${kinds.map(({ name }) => name).join('、')}之一`)
    if (!cells.office) return complain('没有写转给哪个科室')
    if (!office) return complain(`没有“${cells.office}”这个科室`)
    if (cells.item && !v.is(itemId, cells.item)) return complain(`“${cells.item}”不是事项编码`)
    const bad = words.find((it) => it.length > 30 || plain(it).length < 2)
    if (bad !== undefined) return complain(`“${bad}”应为 2 至 30 个字的词`)
    if (!cells.item && !area && !kind && words.length === 0) return complain('没有写条件；都不符合时转给谁，由 centre.json 的 defaultOffice 决定')
    const rule: RoutingRule = { row, ...(cells.item ? { item: cells.item } : {}), ...(area ? { area } : {}), ...(kind ? { kind } : {}), words, office }
    const first = before.find((it) => covers(it, rule))
    return first ? complain(`永远用不到：第 ${first.row} 行已包括它，请移到那一行的上面`) : rule
  })
}

/** The first rule that holds for a case; none when only the default office is left. */
export function routeOf(rules: readonly RoutingRule[], it: RoutedCase): RouteFound | undefined {
  const body = plain(it.text)
  for (const rule of rules) {
    if (rule.item !== undefined && rule.item !== it.item) continue
    if (rule.area !== undefined && rule.area !== it.area) continue
    if (rule.kind !== undefined && rule.kind !== it.kind) continue
    const word = rule.words.find((one) => body.includes(plain(one)))
    if (rule.words.length > 0 && word === undefined) continue
    return { rule, ...(word !== undefined ? { word } : {}) }
  }
  return undefined
}

/** The office whose queue takes what no rule routes: the centre's default office, or its first when none is named. */
export const defaultOfficeOf = ({ defaultOffice, offices }: Pick<Centre, 'defaultOffice' | 'offices'>): string => defaultOffice ?? (offices[0] as Centre['offices'][number]).id
