import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { calendarRow } from '@shared/calendar/calendar'
import { centre as centreSchema, type Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import { createServices } from '../functions/lambda/services'
import type { Core } from '../functions/platform/core'
import { createImportService } from '../functions/items/import/service'
import { createImportStore } from '../functions/items/import/store'
import { createItemStore } from '../functions/items/store'
import type { LocalStaff } from './staff'

/** What the first start loaded. */
export interface FirstData {
  id: string
  /** False: it was there already. */
  loaded: boolean
  items: number
}

/** `data/centre.json`. @throws Error naming the place that is wrong */
export function readCentre(root: string): Centre {
  const parsed = v.safeParse(centreSchema, JSON.parse(readFileSync(join(root, 'data/centre.json'), 'utf8')))
  if (parsed.success) return parsed.output
  const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)}：${issue.message}`).join('；')
  throw new Error(`data/centre.json 有误：${wrong}`)
}

/** The sample catalogue, through the import that staff use. */
async function loadCatalogue({ dynamo, config: { tables }, now, random, log }: Core, centre: Centre, file: string): Promise<number> {
  const imports = createImportService({
    items: createItemStore(dynamo, tables.items), imports: createImportStore(dynamo, tables.items), areas: async () => centre.areas, now, random, log,
  })
  const by = { centre: centre.id, name: '首次载入' }
  const source = { format: 'csv', bytes: readFileSync(file), withdrawMissing: false, sample: true } as const
  const { digest } = await imports.preview(by, source)
  return (await imports.commit(by, source, digest)).rows
}

/**
 * Load the first centre once: its data and calendar, its catalogue, and an administrator with this machine's sign-in. What is
 * there already is left alone, so a start that was killed in the middle is completed by the next.
 */
export async function firstData({ core, root, staff }: { core: Core; root: string; staff: LocalStaff }): Promise<FirstData> {
  const centre = readCentre(root)
  const services = createServices(core)
  const known = await services.centres.get(centre.id).then(() => true, () => false)
  if (known) return { id: centre.id, loaded: false, items: 0 }
  await services.accounts.admin.create(centre.id, 'start', { username: staff.username, name: '系统管理员', role: 'admin', password: staff.password }, false).catch((error: unknown) => {
    if (!(error instanceof ServiceError && error.code === 'username-taken')) throw error
  })
  const items = await loadCatalogue(core, centre, join(root, 'data/catalogue.csv'))
  // The centre comes last: it is the sign that the rest is complete.
  const calendar = v.parse(v.array(calendarRow), parse(readFileSync(join(root, 'data/calendar.csv'), 'utf8'), { columns: true, bom: true, skip_empty_lines: true }))
  await services.centres.put(centre, calendar)
  return { id: centre.id, loaded: true, items }
}
