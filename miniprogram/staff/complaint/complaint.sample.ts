import Taro from '@tarojs/taro'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint, StaffEvent } from '@shared/complaints/complaint'
import { allowedActions, type ComplaintState } from '@shared/complaints/states'
import { ServiceError, toErrorBody } from '@shared/errors/service-error'

/** What the tests of the complaint's page have in common: a clerk, a complaint, and a server that answers as it is told. */

/** Who is signed in. */
export const account: StaffAccount = {
  id: 'aaaaaaaaaaaaaaaaaaaa', centre: '370214', username: 'window.3', name: '3 号窗口', role: 'window', disabled: false, mustChangePassword: false, createdAt: '2026-11-01T00:00:00.000Z', version: 1,
}
/** One event of a complaint. */
export const event = (number: number, more: Partial<StaffEvent>): StaffEvent => ({
  number, at: '2026-11-23T01:00:00.000Z', action: 'note', state: 'accepted', by: 'centre', sentence: '', photos: [], visibility: 'internal', byName: '3 号窗口', byRole: 'window', ...more,
})
/** A complaint in a state, as a window sees it. */
export const complaint = (state: ComplaintState, version: number, events: StaffEvent[] = []): StaffComplaint => ({
  id: 'bbbbbbbbbbbbbbbbbbbb', receipt: 'ZC-20261123-0007', kind: 'pain', state, text: '排队太久', where: {}, submittedAt: '2026-11-23T00:00:00.000Z', updatedAt: `2026-11-23T00:00:0${version}.000Z`,
  version, photos: [], actions: allowedActions(state, 'window'), published: false, events, textReview: false, helping: [], channel: 'app', reopens: 0, callback: false, followers: 0, hasContact: true,
})

/** What a request is answered with. */
export type Answer = { statusCode: number; data: string }
/** A good answer. */
export const ok = (body: unknown): Answer => ({ statusCode: 200, data: JSON.stringify(body) })
/** A refusal. */
export const refused = (error: ServiceError): Answer => ({ statusCode: error.status, data: JSON.stringify(toErrorBody(error)) })

/** Answers requests by method and the end of their path; the bodies sent are kept. */
export function serve(answers: Record<string, () => Answer>): { sent: unknown[] } {
  const sent: unknown[] = []
  const request = async ({ url, method, data }: { url: string; method: string; data?: string }) => {
    if (data) sent.push(JSON.parse(data))
    const found = Object.keys(answers).find((key) => `${method} ${url}`.endsWith(key))
    return found ? answers[found]() : refused(new ServiceError('not-found'))
  }
  jest.spyOn(Taro, 'request').mockImplementation(request as never)
  return { sent }
}

/** The request for the complaint. */
export const get = `GET /api/v1/staff/complaints/${complaint('accepted', 1).id}`
/** The request for a step. */
export const post = `POST /api/v1/staff/complaints/${complaint('accepted', 1).id}/actions`

/** A window of so many pixels; jsdom has none of its own. */
export function windowOf(pixels: number): void {
  window.matchMedia = ((query: string) => ({ matches: pixels >= Number(/min-width: (\d+)px/.exec(query)?.[1] ?? 0), addListener: () => undefined, removeListener: () => undefined })) as never
}
