import { columnOrder, headingOf } from '@shared/items/columns'
import { itemStates, type Item, type ItemEvent } from '@shared/items/item'

/** A field's value as people read it in the history: lists joined by ；, yes and no in Chinese. */
function asText(value: unknown): string {
  if (value === undefined || value === false) return ''
  if (value === true) return '是'
  return Array.isArray(value) ? value.join('；') : String(value)
}

/** Long guides are not kept twice: a value in the history ends after this many characters. */
const longest = 500
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Fields in which two versions of an item differ, by their Chinese headings; of a new item there is nothing to compare. */
export function changesBetween(before: Item | undefined, after: Item): ItemEvent['changes'] {
  const changes: ItemEvent['changes'] = []
  if (!before) return changes
  const add = (field: string, from: string, to: string) => {
    if (from !== to) changes.push({ field, from: shortened(from), to: shortened(to) })
  }
  for (const column of columnOrder) add(headingOf(column), asText(before[column]), asText(after[column]))
  add('示例', asText(before.sample), asText(after.sample))
  add('状态', itemStates[before.state], itemStates[after.state])
  return changes
}
