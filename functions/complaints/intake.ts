import { ownNumbers } from '@shared/centre/centre'
import type { IntakeBody } from '@shared/complaints/acts'
import { chinaDay } from '@shared/calendar/calendar'
import { ServiceError } from '@shared/errors/service-error'
import type { CentreService } from '../centre/service'
import type { Staff } from '../platform/actor'
import type { Core } from '../platform/core'
import { newId, sha256 } from '../platform/ids'
import type { Numbered } from './numbering'
import { excerptOf, type ComplaintRecord } from './record'
import { firstStep } from './steps/citizen-step'
import { doerOf } from './steps/staff-step'
import { firstDeadlines } from './steps/step'
import type { ComplaintStore, SentMark } from './store'
import type { Submission } from './submission'
import type { Times } from './times'

/** Takes in what somebody says at the window or on the telephone; gives the complaint's id. */
export type Intake = (staff: Staff, body: IntakeBody) => Promise<string>

const digits = (text: string) => text.replace(/\D/g, '')

/**
 * Intake by staff. Twice under the same client key is once.
 * Nobody signed in for it, so it has no citizen: the contact, if any, is the only way back to them, and must not be the centre's own.
 */
export function createIntake({ core, store, centres, submission, times, numbered }: {
  core: Core; store: ComplaintStore; centres: CentreService; submission: Submission; times: Times; numbered: Numbered
}): Intake {
  const { now, random } = core

  async function sentBefore(staff: Staff, mark: SentMark): Promise<string | undefined> {
    const sent = await store.sent(staff.centre, mark.citizen, mark.clientKey)
    if (sent && sent.digest !== mark.digest) throw new ServiceError('key-reused')
    return sent?.complaint
  }

  /** @throws ServiceError `invalid-request` when the contact is a telephone of the centre */
  async function checkContact(centre: string, contact: string): Promise<void> {
    const own = ownNumbers(await centres.get(centre)).map(digits)
    if (own.includes(digits(contact))) throw new ServiceError('invalid-request', { fields: { contact: '这是中心自己的电话，请填市民的联系方式' } })
  }

  return async (staff, { clientKey, ...content }) => {
    const id = newId(random)
    const mark: SentMark = { citizen: `staff-${staff.id}`, clientKey, complaint: id, digest: sha256(JSON.stringify(content)) }
    const before = await sentBefore(staff, mark)
    if (before) return before
    await submission.checkWhere(staff.centre, content.where)
    if (content.contact) await checkContact(staff.centre, content.contact)
    const time = await times(staff.centre, content.kind)
    const day = chinaDay(now())
    const it: Omit<ComplaintRecord, 'receipt'> = {
      centre: staff.centre, id, kind: content.kind, state: 'submitted', text: content.text,
      excerpt: excerptOf(content.text), where: content.where, photos: [], channel: content.channel, helping: [], reopens: 0, citizenReopens: 0, followers: 0, marks: [], quiet: 0,
      showName: Boolean(content.name), textReview: false, submittedAt: time.at, updatedAt: time.at, version: 1, ...firstDeadlines(time),
      ...(content.contact ? { contact: content.contact } : {}),
      ...(content.name ? { name: content.name } : {}),
    }
    const outcome = await numbered(staff.centre, day, (receipt) => store.create(firstStep({ ...it, receipt }, time, doerOf(staff)), mark, []))
    if (outcome === 'written') return id
    const same = await sentBefore(staff, mark)
    if (same) return same
    throw new ServiceError('unavailable')
  }
}
