import * as v from 'valibot'
import { columnOrder } from '@shared/items/columns'
import type { ItemForm } from './item-form'

const form = v.object(Object.fromEntries(columnOrder.map((column) => [column, v.optional(v.string(), '')])))
const itemDraft = v.object({ version: v.number(), base: form, form })

/** Unsaved changes of an item: the form, what it began with and that version. */
export interface ItemDraft { readonly version: number; readonly base: ItemForm; readonly form: ItemForm }

/** The draft in what was kept on the device; none when nothing or something damaged is there. */
export function parseItemDraft(kept: string): ItemDraft | undefined {
  if (!kept) return undefined
  try {
    const parsed = v.safeParse(itemDraft, JSON.parse(kept))
    return parsed.success ? (parsed.output as unknown as ItemDraft) : undefined
  } catch {
    return undefined
  }
}
