import { may } from '@shared/accounts/permissions'
import { ownNumbers } from '@shared/centre/centre'
import type { IntakeBody, PassManyBody, PassManyResult, StaffActBody } from '@shared/complaints/acts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { caseRoleNames, complaintActions, type ComplaintAction } from '@shared/complaints/states'
import type { Suggestion } from '@shared/complaints/suggestion'
import { ServiceError } from '@shared/errors/service-error'
import type { Audit } from '../audit/service'
import type { CentreService } from '../centre/service'
import type { PhotoService } from '../photos/service'
import type { Staff } from '../platform/actor'
import type { Core } from '../platform/core'
import { createExport, type ExportComplaints } from './export/export'
import type { Intake } from './intake'
import type { ComplaintLists } from './lists'
import type { MergeInto } from './merge'
import type { Whole } from './record'
import { createStaffLists, type StaffLists } from './staff-lists'
import { checkPublicPhotos, photosOf } from './steps/publication'
import { decideStep, roleIn } from './steps/staff-step'
import type { ComplaintStore } from './store'
import type { Suggest } from './suggestions'
import type { Times } from './times'
import { staffView } from './views'

/** What staff can do with complaints. An office (科室) sees only what it leads, helps with or is spoken to about; anything else is `not-found`. */
export interface StaffComplaints extends StaffLists {
  /** Whether a member of staff may read a complaint; false for one that is not there. Photos are held to it too. */
  mayRead(staff: Staff, id: string): Promise<boolean>
  get(staff: Staff, id: string): Promise<StaffComplaint>
  find(staff: Staff, receipt: string): Promise<StaffComplaint>
  /** Office and kind that are proposed for it; changes nothing. */
  suggestion(staff: Staff, id: string): Promise<Suggestion>
  /** Cases of a period as a file; written down. @throws ServiceError `export-too-large` */
  export: ExportComplaints
  /** How to reach the citizen, once it has been written down who looks. */
  contact(staff: Staff, id: string): Promise<{ contact?: string }>
  /** One step of the state table. @throws ServiceError `version-conflict` with the newer version, `action-not-possible`, `not-allowed`, `office-unknown` */
  act(staff: Staff, id: string, body: StaffActBody): Promise<StaffComplaint>
  /** Takes in what somebody says at the window or on the telephone. @throws ServiceError `invalid-request`, `key-reused` */
  intake(staff: Staff, body: IntakeBody): Promise<StaffComplaint>
  /** Passes several on to one office; each succeeds or fails by itself. */
  passMany(staff: Staff, body: PassManyBody): Promise<PassManyResult>
}

/** Whether a member of staff may see a complaint: an office what it leads or helps with, and what a note to it speaks of. */
function mayRead({ role, office }: Staff, { complaint, events }: Whole): boolean {
  if (may(role, 'complaint.read-all')) return true
  return office !== undefined && (complaint.office === office || complaint.helping.includes(office) || events.some(({ mentions }) => mentions?.includes(office)))
}

/** Runs a decision; one that comes too late is told what others have done since. */
function telling<T>({ complaint, events }: Whole, expectedVersion: number, decide: () => T): T {
  try {
    return decide()
  } catch (error) {
    if (!(error instanceof ServiceError) || (error.code !== 'version-conflict' && error.code !== 'action-not-possible')) throw error
    const since = events.filter((it) => it.number > expectedVersion && it.action !== 'submit')
      .map(({ action, byName, byRole, at }) => ({ what: complaintActions[action as ComplaintAction], by: byRole === 'citizen' ? caseRoleNames.citizen : byName, at }))
    throw new ServiceError(error.code, { currentVersion: complaint.version, ...(since.length > 0 ? { since } : {}) })
  }
}

/** The staff's use cases. */
export function createStaffComplaints(deps: {
  core: Core; store: ComplaintStore; lists: ComplaintLists; photos: PhotoService; audit: Audit; centres: CentreService; times: Times; merge: MergeInto; intake: Intake; suggest: Suggest
}): StaffComplaints {
  const { store, photos, audit, centres, times, merge, intake, suggest } = deps

  const view = async (staff: Staff, whole: Whole) => {
    return staffView(whole, await photos.shownToStaff(staff.centre, photosOf(whole)), roleIn(whole.complaint, staff), await times(staff.centre, whole.complaint.kind), staff.id)
  }

  /** The complaint, if there is one that this member of staff may read. */
  async function readable(staff: Staff, id: string | undefined): Promise<Whole | undefined> {
    const whole = id ? await store.get(staff.centre, id) : undefined
    return whole && mayRead(staff, whole) ? whole : undefined
  }

  async function visible(staff: Staff, id: string | undefined): Promise<Whole> {
    const whole = await readable(staff, id)
    if (!whole) throw new ServiceError('not-found')
    return whole
  }

  /** As `telling`, for what reads and writes by itself. */
  async function tellingLater(staff: Staff, whole: Whole, expectedVersion: number, decide: () => Promise<void>): Promise<void> {
    const failed = await decide().then(() => undefined, (error: unknown) => error)
    if (failed === undefined) return
    const newer = (await store.get(staff.centre, whole.complaint.id)) ?? whole
    telling(newer, expectedVersion, () => { throw failed })
  }

  async function act(staff: Staff, id: string, body: StaffActBody): Promise<StaffComplaint> {
    const whole = await visible(staff, id)
    const { complaint } = whole
    const centre = await centres.get(staff.centre)
    const time = await times(staff.centre, complaint.kind)
    if (body.action === 'merge') {
      await tellingLater(staff, whole, body.expectedVersion, () => merge(staff, whole, body.into, body.expectedVersion, time))
      return view(staff, (await store.get(staff.centre, id)) ?? whole)
    }
    if (body.action === 'publish') checkPublicPhotos(whole, body, await photos.shown(staff.centre, [...body.before ?? [], ...body.after ?? []]))
    const step = telling(whole, body.expectedVersion, () => decideStep(complaint, body, { staff, offices: new Map(centre.offices.map((it) => [it.id, it.name])), openNumbers: ownNumbers(centre), ...time }))
    const evidence = body.action === 'rectify' ? await photos.attachments(staff, body.photos, id) : []
    const outcome = await store.write(complaint, step, undefined, evidence)
    if (outcome === 'photo-gone') throw new ServiceError('photo-missing')
    if (outcome !== 'written') {
      const newer = await visible(staff, id)
      return telling(newer, body.expectedVersion, () => { throw new ServiceError('version-conflict', { currentVersion: newer.complaint.version }) })
    }
    // An office that has passed it on no longer sees it, but gets the answer to its own step.
    const after = await store.get(staff.centre, id)
    if (!after) throw new ServiceError('not-found')
    return view(staff, after)
  }

  return {
    ...createStaffLists(deps),
    mayRead: async (staff, id) => (await readable(staff, id)) !== undefined,
    async get(staff, id) {
      return view(staff, await visible(staff, id))
    },
    async find(staff, receipt) {
      return view(staff, await visible(staff, await store.byReceipt(staff.centre, receipt)))
    },
    async suggestion(staff, id) {
      return suggest((await visible(staff, id)).complaint)
    },
    export: createExport({ core: deps.core, store, lists: deps.lists, centres, audit }),
    async contact(staff, id) {
      const { complaint: { contact } } = await visible(staff, id)
      await audit.note(staff.centre, { by: staff.id, action: 'contact-see', complaint: id })
      return contact === undefined ? {} : { contact }
    },
    act,
    async intake(staff, body) {
      return view(staff, await visible(staff, await intake(staff, body)))
    },
    async passMany(staff, { complaints, ...content }) {
      const results: PassManyResult['results'] = []
      // One after the other: fifty transactions at once would only hold each other up.
      for (const { id, expectedVersion } of complaints) {
        try {
          await act(staff, id, { action: 'pass', expectedVersion, ...content })
          results.push({ id, done: true })
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error
          results.push({ id, done: false, code: error.code, message: error.message })
        }
      }
      return { results }
    },
  }
}
