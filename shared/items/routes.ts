import * as v from 'valibot'
import { centreId, countParameter, cursor, flagParameter, listParameter, maybeText, nothing, text, version } from '../api/fields'
import { route } from '../api/route'
import { item, itemContent, itemEvent, itemId } from './item'
import { importBytes, importPreview, importResult, importSource } from './import'

const byId = v.strictObject({ id: itemId })
const guarded = v.strictObject({ expectedVersion: version })

/** A line of the catalogue's list for staff. */
export const itemLine = v.strictObject({
  id: itemId,
  name: v.string(),
  code: v.optional(v.string()),
  department: v.optional(v.string()),
  area: v.optional(v.string()),
  state: item.entries.state,
  version,
  updatedAt: item.entries.updatedAt,
})
/** A line of the catalogue's list for staff. */
export type ItemLine = v.InferOutput<typeof itemLine>

/** Routes of the items (事项). */
export const itemRoutes = {
  get: route({
    id: 'items.get', method: 'GET', path: '/centres/:centre/items/:id', lambda: 'items', who: 'public',
    params: v.strictObject({ centre: centreId, id: itemId }), query: nothing, body: undefined, response: item,
    summary: 'One published item with its whole guide.',
  }),
  staffList: route({
    id: 'items.staffList', method: 'GET', path: '/staff/items', lambda: 'admin', who: 'item.read', params: nothing,
    query: v.strictObject({
      /** Words in name, alias, code or department. */
      q: v.optional(maybeText(100)),
      department: v.optional(listParameter(20)),
      area: v.optional(listParameter(20)),
      withdrawn: v.optional(flagParameter),
      limit: v.optional(countParameter(1, 100)),
      cursor: v.optional(cursor),
    }),
    body: undefined,
    response: v.strictObject({ items: v.array(itemLine), total: v.number(), cursor: v.optional(cursor) }),
    summary: 'Find items of the centre, withdrawn ones included when asked.',
  }),
  staffGet: route({
    id: 'items.staffGet', method: 'GET', path: '/staff/items/:id', lambda: 'admin', who: 'item.read',
    params: byId, query: nothing, body: undefined, response: item, summary: 'One item in any state.',
  }),
  create: route({
    id: 'items.create', method: 'POST', path: '/staff/items', lambda: 'admin', who: 'item.edit', status: 201,
    params: nothing, query: nothing, body: itemContent, response: item, summary: 'Add an item; refused when its id exists.',
  }),
  edit: route({
    id: 'items.edit', method: 'PUT', path: '/staff/items/:id', lambda: 'admin', who: 'item.edit',
    params: byId, query: nothing, body: v.strictObject({ expectedVersion: version, content: itemContent }), response: item,
    summary: 'Replace what is written of an item, if it still has the expected version.',
  }),
  withdraw: route({
    id: 'items.withdraw', method: 'POST', path: '/staff/items/:id/withdraw', lambda: 'admin', who: 'item.edit',
    params: byId, query: nothing, body: guarded, response: item, summary: 'Take an item off: citizens no longer find it.',
  }),
  restore: route({
    id: 'items.restore', method: 'POST', path: '/staff/items/:id/restore', lambda: 'admin', who: 'item.edit',
    params: byId, query: nothing, body: guarded, response: item, summary: 'Publish a withdrawn item again.',
  }),
  history: route({
    id: 'items.history', method: 'GET', path: '/staff/items/:id/history', lambda: 'admin', who: 'item.read',
    params: byId, query: v.strictObject({ cursor: v.optional(cursor) }), body: undefined,
    response: v.strictObject({ events: v.array(itemEvent), cursor: v.optional(cursor) }),
    summary: 'Who changed what of an item, newest first.',
  }),
  importPreview: route({
    id: 'items.importPreview', method: 'POST', path: '/staff/catalogue/preview', lambda: 'admin', who: 'item.import', maxBodyBytes: importBytes,
    params: nothing, query: nothing, body: importSource, response: importPreview,
    summary: 'Check a catalogue row by row and say what importing it would change; nothing is written.',
  }),
  importCommit: route({
    id: 'items.importCommit', method: 'POST', path: '/staff/catalogue/import', lambda: 'admin', who: 'item.import', maxBodyBytes: importBytes,
    params: nothing, query: nothing, body: v.strictObject({ ...importSource.entries, digest: text(64) }), response: importResult,
    summary: 'Import the catalogue that was previewed: all of it or nothing.',
  }),
}
