import { chinaDay } from '@shared/calendar/calendar'
import type { RateBody, ReopenBody } from '@shared/complaints/acts'
import { ratingWords } from '@shared/complaints/codes'
import type { AskedComplaint, CitizenComplaint, CitizenComplaintLine, ReplyBody, SubmitBody } from '@shared/complaints/complaint'
import { ServiceError } from '@shared/errors/service-error'
import type { PhotoService, TransactItem } from '../photos/service'
import type { Citizen } from '../platform/actor'
import type { Core } from '../platform/core'
import { fromCursor, toCursor } from '../platform/cursor'
import { newId, sha256 } from '../platform/ids'
import { listKeys } from './keys'
import type { ComplaintLists } from './lists'
import type { Numbered } from './numbering'
import { excerptOf, type ComplaintRecord, type Whole } from './record'
import { decideSeenStep, firstStep, type CitizenAct } from './steps/citizen-step'
import { photosOf } from './steps/publication'
import { firstDeadlines, type Step } from './steps/step'
import type { ComplaintStore, SentMark } from './store'
import type { Submission } from './submission'
import type { Times } from './times'
import { askedView, citizenLine, citizenView } from './views'

/** What a citizen can do with complaints. Somebody else's complaint is `not-found`, as if there were none. */
export interface CitizenComplaints {
  /** Twice under the same client key is once. @throws ServiceError `text-risky`, `photo-…`, `key-reused`, `too-many-requests` */
  submit(citizen: Citizen, body: SubmitBody): Promise<CitizenComplaint>
  mine(citizen: Citizen, cursor: string | undefined, limit: number): Promise<{ complaints: CitizenComplaintLine[]; cursor?: string }>
  /** Those that wait for the citizen (待补充), the most urgent first. */
  asked(citizen: Citizen): Promise<AskedComplaint[]>
  get(citizen: Citizen, id: string): Promise<CitizenComplaint>
  reply(citizen: Citizen, id: string, body: ReplyBody): Promise<CitizenComplaint>
  withdraw(citizen: Citizen, id: string, expectedVersion: number): Promise<CitizenComplaint>
  /** Rates the last answer, once; a bad rating opens a call back. @throws ServiceError `action-not-possible`, `version-conflict`, `text-risky` */
  rate(citizen: Citizen, id: string, body: RateBody): Promise<CitizenComplaint>
  /** Has it taken up again, as often as the centre allows. @throws ServiceError `action-not-possible`, `version-conflict`, `text-risky` */
  reopen(citizen: Citizen, id: string, body: ReopenBody): Promise<CitizenComplaint>
}

/** Complaints among which those are looked for that wait for the citizen, and how many of these are read. */
const lookedThrough = { lines: 200, most: 10 }

/** A condition for a transaction: a citizen has not been deleted. */
export type StillThere = (centre: string, citizen: string) => TransactItem

/** The citizens' use cases. */
export function createCitizenComplaints(deps: { core: Core; store: ComplaintStore; lists: ComplaintLists; photos: PhotoService; submission: Submission; times: Times; numbered: Numbered; stillThere: StillThere }): CitizenComplaints {
  const { core: { now, random, limit, log }, store, lists, photos, submission, times, numbered, stillThere } = deps

  const view = async (whole: Whole) => citizenView(whole, await photos.shown(whole.complaint.centre, photosOf(whole)), await times(whole.complaint.centre, whole.complaint.kind))

  async function own(citizen: Citizen, id: string): Promise<Whole> {
    const whole = await store.get(citizen.centre, id)
    if (!whole || whole.complaint.citizen !== citizen.id) throw new ServiceError('not-found')
    return whole
  }

  /** What was sent before under the key; the same key for other content is an error. */
  async function sentBefore(citizen: Citizen, mark: SentMark): Promise<CitizenComplaint | undefined> {
    const sent = await store.sent(citizen.centre, citizen.id, mark.clientKey)
    if (!sent) return undefined
    if (sent.digest !== mark.digest) throw new ServiceError('key-reused')
    return view(await own(citizen, sent.complaint))
  }

  /** Raises a complaint, and gives it as it was written. @throws ServiceError as `submit`; `unavailable` when it was sent before */
  async function raise(citizen: Citizen, content: Omit<SubmitBody, 'clientKey'>, mark: SentMark): Promise<CitizenComplaint> {
    await limit(`${citizen.centre}#complaints#${citizen.id}`, 100, 3600)
    await submission.checkWhere(citizen.centre, content.where)
    const textReview = await submission.needsReview(citizen, content.text)
    const attached = await photos.attachments(citizen, content.photos, mark.complaint)
    const when = await times(citizen.centre, content.kind)
    const { at } = when
    const it: Omit<ComplaintRecord, 'receipt'> = {
      centre: citizen.centre, id: mark.complaint, citizen: citizen.id,
      kind: content.kind, state: 'submitted', text: content.text, excerpt: excerptOf(content.text), where: content.where,
      photos: content.photos, channel: 'app', helping: [], reopens: 0, citizenReopens: 0, followers: 0, marks: [], quiet: 0, showName: content.showName, textReview, submittedAt: at, updatedAt: at, version: 1,
      ...firstDeadlines(when),
      ...(content.contact ? { contact: content.contact } : {}),
      // A name that is not to be shown is not kept either.
      ...(content.name && content.showName ? { name: content.name } : {}),
    }
    if (Object.values(firstDeadlines(when)).includes('unknown')) log.error('CALENDAR_MISSING', { centre: citizen.centre })
    const there = stillThere(citizen.centre, citizen.id)
    let first: Step | undefined
    const outcome = await numbered(citizen.centre, chinaDay(now()), (receipt) => store.create(first = firstStep({ ...it, receipt }, when), mark, attached, there))
    if (outcome === 'citizen-gone') throw new ServiceError('session-expired')
    if (outcome === 'photo-gone') throw new ServiceError('photo-missing')
    if (outcome !== 'written' || !first) throw new ServiceError('unavailable')
    return view({ complaint: first.complaint, events: [first.event] })
  }

  /** Attaches photos; when they are gone because the same thing was sent twice at once, gives what it became. */
  async function attachOrBefore(citizen: Citizen, ids: readonly string[], mark: SentMark): Promise<TransactItem[] | CitizenComplaint> {
    try {
      return await photos.attachments(citizen, ids, mark.complaint)
    } catch (error) {
      const before = await sentBefore(citizen, mark)
      if (before) return before
      throw error
    }
  }

  /** One step of a citizen, tried again while staff write at the same time: what the citizen wrote must not be lost. */
  async function step(citizen: Citizen, id: string, make: (complaint: ComplaintRecord) => { act: CitizenAct; mark?: SentMark }): Promise<CitizenComplaint> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const whole = await own(citizen, id)
      const { complaint } = whole
      const { act, mark } = make(complaint)
      const next = decideSeenStep(whole, act, await times(complaint.centre, complaint.kind))
      const attached = mark ? await attachOrBefore(citizen, act.event.photos ?? [], mark) : []
      if (!Array.isArray(attached)) return attached
      const outcome = await store.write(complaint, next, mark, attached)
      if (outcome === 'written') return view({ complaint: next.complaint, events: [...whole.events, next.event] })
      if (outcome === 'photo-gone') throw new ServiceError('photo-missing')
      if (outcome === 'sent-before' && mark) return (await sentBefore(citizen, mark)) as CitizenComplaint
    }
    throw new ServiceError('unavailable')
  }

  return {
    async submit(citizen, { clientKey, ...content }) {
      const mark: SentMark = { citizen: citizen.id, clientKey, complaint: newId(random), digest: sha256(JSON.stringify(content)) }
      try {
        return await raise(citizen, content, mark)
      } catch (error) {
        // Whatever stands in the way of raising it once more: what was sent before has its answer. Nearly nothing is, so it is not asked for at first.
        const before = await sentBefore(citizen, mark)
        if (before) return before
        throw error
      }
    },
    async mine(citizen, cursor, limitOf) {
      const found = await lists.merged([listKeys.citizen(citizen.centre, citizen.id)], { from: fromCursor(cursor), limit: limitOf, newestFirst: true })
      const last = found[found.length - 1]
      return { complaints: found.map(citizenLine), ...(found.length === limitOf && last ? { cursor: toCursor(last.order) } : {}) }
    },
    async asked(citizen) {
      const lines = await lists.merged([listKeys.citizen(citizen.centre, citizen.id)], { from: undefined, limit: lookedThrough.lines, newestFirst: true })
      const dueOf = ({ due }: { readonly due?: string | undefined }) => due ?? 'unknown'
      const urgent = lines.filter(({ state }) => state === 'asked').sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)).slice(0, lookedThrough.most)
      const wholes = await Promise.all(urgent.map(({ id }) => store.get(citizen.centre, id)))
      // The list may lag a moment behind the case: what was answered just now no longer waits.
      const waiting = wholes.flatMap((whole) => (whole?.complaint.citizen === citizen.id && whole.complaint.state === 'asked' ? [whole] : []))
      return Promise.all(waiting.map(async (whole) => askedView(whole, await times(citizen.centre, whole.complaint.kind))))
    },
    async get(citizen, id) {
      return view(await own(citizen, id))
    },
    async reply(citizen, id, { clientKey, ...content }) {
      const mark: SentMark = { citizen: citizen.id, clientKey, complaint: id, digest: sha256(JSON.stringify([id, content])) }
      const before = await sentBefore(citizen, mark)
      if (before) return before
      await own(citizen, id)
      const unread = await submission.needsReview(citizen, content.text)
      return step(citizen, id, () => ({ act: { action: 'reply', event: content, unread }, mark }))
    },
    withdraw: (citizen, id, expectedVersion) => step(citizen, id, () => ({ act: { action: 'withdraw', event: {}, expectedVersion } })),
    async rate(citizen, id, { expectedVersion, rating, reason }) {
      await own(citizen, id)
      const unread = reason ? await submission.needsReview(citizen, reason) : false
      return step(citizen, id, () => ({ act: { action: 'rate', event: { text: ratingWords(rating, reason), rating }, unread, expectedVersion } }))
    },
    async reopen(citizen, id, { expectedVersion, text }) {
      await own(citizen, id)
      const unread = await submission.needsReview(citizen, text)
      return step(citizen, id, () => ({ act: { action: 'reopen', event: { text }, unread, expectedVersion } }))
    },
  }
}
