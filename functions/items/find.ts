import type { ItemLine } from '@shared/items/routes'
import { fromCursor, toCursor } from '../platform/cursor'
import type { FoundLine } from './store'

/** What staff look for in the catalogue. */
export interface LineQuery {
  /** Words in name, alias, code or department; all of them must be there. */
  readonly q?: string
  readonly department?: readonly string[]
  readonly area?: readonly string[]
  /** Withdrawn items too; otherwise published ones only. */
  readonly withdrawn?: boolean
  readonly limit?: number
  readonly cursor?: string
}

/** A page of the list. */
export interface Found {
  readonly items: ItemLine[]
  readonly total: number
  readonly cursor?: string
}

const pageSize = 50

/** A page of the lines that a query asks for, by code, those without a code last. */
export function findLines(lines: readonly FoundLine[], { q = '', department, area, withdrawn, limit = pageSize, cursor }: LineQuery): Found {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (line: FoundLine) => {
    const text = [line.name, line.code ?? '', line.department ?? '', ...line.aliases].join('\n').toLowerCase()
    return (withdrawn || line.state === 'published')
      && (!department?.length || department.includes(line.department ?? ''))
      && (!area?.length || area.includes(line.area ?? ''))
      && words.every((word) => text.includes(word))
  }
  const found = lines.filter(fits).sort((a, b) => (a.id < b.id ? -1 : 1))
  const after = fromCursor(cursor)
  const begin = after === undefined ? 0 : found.findIndex(({ id }) => id > after)
  const page = begin < 0 ? [] : found.slice(begin, begin + limit)
  const more = begin >= 0 && begin + limit < found.length
  return {
    items: page.map(({ aliases: _aliases, ...line }) => line),
    total: found.length,
    ...(more ? { cursor: toCursor(page[page.length - 1]?.id ?? '') } : {}),
  }
}
