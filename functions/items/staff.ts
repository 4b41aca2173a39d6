import { itemRoutes } from '@shared/items/routes'
import type { Staff } from '../platform/actor'
import { fromCursor, toCursor } from '../platform/cursor'
import { bind, type Binding } from '../platform/http/handler'
import type { ImportFile, ImportService } from './import/service'
import type { Editor, ItemService } from './service'

const editor = (staff: Staff): Editor => ({ centre: staff.centre, name: staff.name })

const file = ({ format, content, withdrawMissing }: { format: ImportFile['format']; content: string; withdrawMissing: boolean }): ImportFile =>
  ({ format, bytes: Buffer.from(content, 'base64'), withdrawMissing })

/** Staff routes of the catalogue. */
export function itemStaffBindings(items: ItemService, imports: ImportService): Binding[] {
  return [
    bind(itemRoutes.staffList, ({ actor, query }) => items.find(actor.centre, query)),
    bind(itemRoutes.staffGet, ({ actor, params }) => items.get(actor.centre, params.id)),
    bind(itemRoutes.create, ({ actor, body }) => items.create(editor(actor), body)),
    bind(itemRoutes.edit, ({ actor, params, body }) => items.edit(editor(actor), params.id, body.expectedVersion, body.content)),
    bind(itemRoutes.withdraw, ({ actor, params, body }) => items.withdraw(editor(actor), params.id, body.expectedVersion)),
    bind(itemRoutes.restore, ({ actor, params, body }) => items.restore(editor(actor), params.id, body.expectedVersion)),
    bind(itemRoutes.history, async ({ actor, params, query }) => {
      const { events, next } = await items.history(actor.centre, params.id, fromCursor(query.cursor))
      return { events, ...(next ? { cursor: toCursor(next) } : {}) }
    }),
    bind(itemRoutes.importPreview, ({ actor, body }) => imports.preview(editor(actor), file(body))),
    bind(itemRoutes.importCommit, ({ actor, body }) => imports.commit(editor(actor), file(body), body.digest)),
  ]
}
