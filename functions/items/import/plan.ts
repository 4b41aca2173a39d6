import type { ImportPreview } from '@shared/items/import'
import type { Item, ItemContent, ItemEvent } from '@shared/items/item'
import { changesBetween } from '../changes'
import type { StoredItem } from '../store'

/** What an import would make of the catalogue. */
export interface ImportPlan {
  /** The whole catalogue after the import, items that the file does not name included. */
  readonly items: readonly StoredItem[]
  /** Events of items that change: they go into the history, for an item carries only its last one. */
  readonly former: readonly ItemEvent[]
  /** Whether anything changes at all. */
  readonly changes: boolean
  readonly counts: Pick<ImportPreview, 'rows' | 'added' | 'changed' | 'unchanged' | 'withdrawn'>
}

/** What is to be imported, and how. */
export interface ImportOrder {
  readonly rows: readonly { readonly id: string; readonly content: ItemContent }[]
  /** Items that the file does not name are withdrawn. */
  readonly withdrawMissing: boolean
  /** The rows are the project's sample, not the centre's own. */
  readonly sample: boolean
  readonly at: string
  readonly byName: string
}

/** Compares a file's rows with the catalogue as it is. Importing the same file again changes nothing. */
export function planImport(present: readonly StoredItem[], { rows, withdrawMissing, sample, at, byName }: ImportOrder): ImportPlan {
  const items = new Map(present.map((stored) => [stored.item.id, stored]))
  const former: ItemEvent[] = []
  const counts = { rows: rows.length, added: 0, changed: 0, unchanged: 0, withdrawn: 0 }
  const named = new Set<string>()
  const put = (before: StoredItem | undefined, item: Item) => {
    if (before) former.push(before.event)
    items.set(item.id, { item, event: { itemId: item.id, version: item.version, at, action: 'import', byName, changes: changesBetween(before?.item, item) } })
  }
  // An item whose code staff have changed keeps its id: the file knows it by the code.
  const byCode = new Map(present.filter(({ item }) => item.code !== undefined).map((stored) => [stored.item.code, stored]))
  for (const { id: rowId, content } of rows) {
    const before = items.get(rowId) ?? byCode.get(content.code)
    const id = before?.item.id ?? rowId
    named.add(id)
    const after: Item = { ...content, id, sample, state: 'published', version: (before?.item.version ?? 0) + 1, updatedAt: at }
    if (before && changesBetween(before.item, after).length === 0) counts.unchanged++
    else {
      put(before, after)
      if (before) counts.changed++
      else counts.added++
    }
  }
  if (withdrawMissing) {
    for (const before of present) {
      if (named.has(before.item.id) || before.item.state === 'withdrawn') continue
      put(before, { ...before.item, state: 'withdrawn', version: before.item.version + 1, updatedAt: at })
      counts.withdrawn++
    }
  }
  return { items: [...items.values()], former, changes: counts.added + counts.changed + counts.withdrawn > 0, counts }
}
