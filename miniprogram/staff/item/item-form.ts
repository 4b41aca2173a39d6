import * as v from 'valibot'
import { columnOrder, type Column } from '@shared/items/columns'
import { itemContent, type ItemContent } from '@shared/items/item'
import { fieldProblems } from '@shared/errors/field-problems'
import type { FieldProblems } from '@shared/errors/service-error'

/** Columns with several lines, one entry a line. */
const lineColumns = ['aliases', 'conditions', 'materials', 'legalBasis'] as const
/** Columns with a whole number. */
const numberColumns = ['legalLimit', 'committedLimit', 'visits'] as const
/** Columns with yes or no. */
export const flagColumns = ['soleReview', 'associated', 'informCommit', 'outsideHours'] as const

/** What the form holds, all of it as text: lines joined by line breaks, `是` or nothing for a flag, audiences joined by `；`. */
export type ItemForm = Readonly<Record<Column, string>>

const isIn = <T extends string>(list: readonly T[], column: string): column is T => list.some((one) => one === column)

/** The form of an item's content. */
export function formOf(content: Partial<ItemContent>): ItemForm {
  const textOf = (column: Column): string => {
    const value = content[column]
    if (value === undefined || value === false) return ''
    if (value === true) return '是'
    if (Array.isArray(value)) return value.join(column === 'audience' ? '；' : '\n')
    return String(value)
  }
  return Object.fromEntries(columnOrder.map((column) => [column, textOf(column)])) as Record<Column, string>
}

/** Entries of a text with one a line; blank lines do not count. */
export const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)

/** What a form says, before it is checked; a number that is none stays text, so that the schema names the problem. */
function contentOf(form: ItemForm): Record<string, unknown> {
  // The name is the one column that must be there: an empty one reaches the schema as empty text.
  const content: Record<string, unknown> = { name: '' }
  for (const column of columnOrder) {
    const text = form[column].trim()
    if (isIn(lineColumns, column)) content[column] = linesOf(text)
    else if (column === 'audience') content[column] = text.split('；').filter(Boolean)
    else if (isIn(flagColumns, column)) content[column] = text === '是'
    else if (text === '') continue
    else content[column] = isIn(numberColumns, column) && /^\d{1,6}$/.test(text) ? Number(text) : text
  }
  return content
}

/** A filled form: the content to send, or sentences by column, the same that the server would give. A problem of one line names the line. */
export function checkedItem(form: ItemForm): { readonly content: ItemContent } | { readonly problems: FieldProblems } {
  const parsed = v.safeParse(itemContent, contentOf(form))
  return parsed.success ? { content: parsed.output } : { problems: byColumn(fieldProblems(parsed.issues)) }
}

/** Problems as a schema or the server gives them (`materials.3`, `content.name`) by column. */
export function byColumn(problems: FieldProblems): FieldProblems {
  const found: Record<string, string> = {}
  for (const [path, sentence] of Object.entries(problems)) {
    const [column, line] = path.replace(/^content\./, '').split('.')
    found[column] ??= line === undefined || column === 'audience' ? sentence : `第 ${Number(line) + 1} 行：${sentence}`
  }
  return found
}

/** Columns in which two forms differ; blank lines and spaces at the ends do not count. */
export function changedColumns(before: ItemForm, after: ItemForm): Column[] {
  const plain = (column: Column, text: string) => (isIn(lineColumns, column) ? linesOf(text).join('\n') : text.trim())
  return columnOrder.filter((column) => plain(column, before[column]) !== plain(column, after[column]))
}

/** A form brought onto a newer version: what only the other changed is taken over, what only I changed stays, what both changed differently stays mine and is named. */
export function rebased(base: ItemForm, mine: ItemForm, theirs: ItemForm): { readonly form: ItemForm; readonly clashes: readonly Column[] } {
  const byMe = new Set(changedColumns(base, mine))
  const byThem = new Set(changedColumns(base, theirs))
  const apart = new Set(changedColumns(mine, theirs))
  const form = Object.fromEntries(columnOrder.map((column) => [column, byMe.has(column) ? mine[column] : theirs[column]])) as Record<Column, string>
  return { form, clashes: columnOrder.filter((column) => byMe.has(column) && byThem.has(column) && apart.has(column)) }
}
