import { audiences, handlings, onlineKinds } from '@shared/items/item'
import type { Centre } from '@shared/centre/centre'
import type { Column } from '@shared/items/columns'
import { item as words } from '../../texts/staff/items'
import type { Choice } from '../../ui/chips'
import { flagColumns } from './item-form'

/** How a column is filled in. */
export type Control = 'line' | 'lines' | 'one' | 'several'

/** A group of the form with its columns, in the order of a service guide. */
export interface Group {
  readonly title: string
  readonly columns: readonly Column[]
}

/** The groups of the edit form; together they hold every column but the flags once. */
export const groups: readonly Group[] = [
  { title: words.groups.basic, columns: ['name', 'code', 'aliases', 'department', 'type', 'audience', 'theme'] },
  { title: words.groups.place, columns: ['area', 'floor', 'windowClass', 'online', 'visits', 'telephone'] },
  { title: words.groups.time, columns: ['handling', 'legalLimit', 'committedLimit', 'fee'] },
  { title: words.groups.guide, columns: ['conditions', 'materials', 'result', 'legalBasis'] },
]

/** The group of the flags. */
export const flagGroup: Group = { title: words.groups.flags, columns: flagColumns }

const controls: Partial<Record<Column, Control>> = {
  aliases: 'lines', conditions: 'lines', materials: 'lines', legalBasis: 'lines',
  audience: 'several', area: 'one', floor: 'one', online: 'one', handling: 'one',
}

/** How a column is filled in. */
export const controlOf = (column: Column): Control => controls[column] ?? 'line'

const same = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: value }))

/** What can be chosen for a column: the guide's own words, or the centre's areas and floors. A value that the centre no longer has stays choosable. */
export function choicesOf(column: Column, centre: Centre | undefined, present: string): Choice[] {
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined): Choice[] => {
    const choices = (list ?? []).map(({ id, name }) => ({ value: id, label: name }))
    return present && !choices.some(({ value }) => value === present) ? [...choices, { value: present, label: present }] : choices
  }
  if (column === 'audience') return same(audiences)
  if (column === 'handling') return same(handlings)
  if (column === 'online') return same(onlineKinds)
  return named(column === 'area' ? centre?.areas : centre?.floors)
}
