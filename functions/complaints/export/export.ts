import { may } from '@shared/accounts/permissions'
import { addDays, chinaDay } from '@shared/calendar/calendar'
import { ownNumbers } from '@shared/centre/centre'
import { exportFormats, maxExported, type ExportBody } from '@shared/complaints/export'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintStateList, complaintStates } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'
import type { Audit } from '../../audit/service'
import type { CentreService } from '../../centre/service'
import type { Staff } from '../../platform/actor'
import type { Core } from '../../platform/core'
import type { ComplaintLists } from '../lists'
import type { Whole } from '../record'
import { listsFor } from '../staff-lists'
import type { ComplaintStore } from '../store'
import { fileOf } from './files'
import { exportRow } from './rows'

/** Lines of lists that are read for one export; more lie in the period than anybody can want in one file. */
const maxLines = 5 * maxExported
/** Bytes of a file: a Lambda answers with 6 MB at most, and base 64 makes four bytes of three. */
const maxBytes = 4_000_000
/** Complaints that are read at the same time. */
const atOnce = 20

/** Cases of staff's choice as a file. @throws ServiceError `export-too-large` */
export type ExportComplaints = (staff: Staff, body: ExportBody) => Promise<Uint8Array>

/** The first instant of a day in China's time. */
const startOf = (day: string) => new Date(`${day}T00:00:00.000+08:00`).toISOString()

/** The export over store and lists: read by key, written down, masked by role. */
export function createExport({ core, store, lists, centres, audit }: {
  core: Core; store: ComplaintStore; lists: ComplaintLists; centres: CentreService; audit: Audit
}): ExportComplaints {
  async function wholes(centre: string, ids: readonly string[]): Promise<Whole[]> {
    const found: (Whole | undefined)[] = []
    for (let at = 0; at < ids.length; at += atOnce) found.push(...await Promise.all(ids.slice(at, at + atOnce).map((id) => store.get(centre, id))))
    return found.filter((it): it is Whole => it !== undefined)
  }

  return async (staff, { format, from, to, state, kind, office }) => {
    const centre = await centres.get(staff.centre)
    const keys = listsFor(staff, state ? [state] : complaintStateList, office)
    const lines = await lists.between(keys, { from: startOf(from), to: startOf(addDays(to, 1)), most: maxLines + 1 })
    // An office that leads and has helped is in two lists of the same complaint.
    const ids = [...new Set(lines.filter((it) => kind === undefined || it.kind === kind).map(({ id }) => id))]
    if (lines.length > maxLines || ids.length > maxExported) throw new ServiceError('export-too-large')
    const whole = may(staff.role, 'contact.export')
    const context = { centre, open: ownNumbers(centre), today: chinaDay(core.now()), whole }
    const file = await fileOf((await wholes(staff.centre, ids)).map((it) => exportRow(it, context)), format)
    if (file.length > maxBytes) throw new ServiceError('export-too-large')
    const filters = [state && complaintStates[state], kind && complaintKinds[kind], office && (centre.offices.find(({ id }) => id === office)?.name ?? office)].filter(Boolean).join(' · ')
    await audit.note(staff.centre, {
      by: staff.id, action: 'complaint-export',
      detail: `${from} 至 ${to}${filters ? ` · ${filters}` : ''} · ${exportFormats[format]} · ${ids.length} 件${whole ? ' · 含姓名和联系方式' : ''}`,
    })
    return file
  }
}
