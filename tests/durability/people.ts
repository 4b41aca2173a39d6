import { randomBytes } from 'node:crypto'
import { createClient, type Call } from '@shared/api/client'
import { routes } from '@shared/api/routes'
import type { StaffActBody } from '@shared/complaints/acts'
import { chosenClosings } from '@shared/complaints/codes'
import type { ComplaintAction } from '@shared/complaints/states'
import { ServiceError } from '@shared/errors/service-error'

/** The first centre. */
export const centre = '370214'

/** Something that the server said it has done. */
export interface Acknowledged {
  readonly complaint: string
  readonly action: ComplaintAction | 'submit'
  /** Words that nobody else wrote; none where the action takes none. */
  readonly words?: string
  /** Number of its event, where it is known. */
  readonly number?: number
}

/** A complaint whose submission was acknowledged. */
export interface Raised {
  readonly id: string
  readonly receipt: string
  readonly text: string
  /** The citizen's session. */
  readonly token: string
}

/** What was acknowledged in one life of the server. */
export interface Book {
  readonly raised: Raised[]
  readonly acts: Acknowledged[]
  /** Writes that were under way when the server went, and may or may not have been done. */
  cutOff: number
}

/** The server is gone. */
class Gone extends Error {}

/** The typed client over the address of a server. @param token session */
export const callerOf = (url: string, token?: string): Call => createClient(async ({ method, url: path, body }) => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  let text: string
  let status: number
  try {
    const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(30_000) })
    text = await answer.text()
    status = answer.status
  } catch {
    throw new Gone('no answer')
  }
  return { status, body: JSON.parse(text) }
})

const key = () => randomBytes(18).toString('base64url')
const words = (what: string) => `${what} ${randomBytes(6).toString('hex')}`
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]
const dayAhead = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** Refusals that belong to several people at work on the same things; anything else is a fault. */
const expected = ['version-conflict', 'action-not-possible', 'unavailable', 'internal']

/** Acts until the server is gone; every acknowledgement is in the book before the next act. @throws Error for an answer that nobody expects */
async function untilGone(book: Book, act: () => Promise<boolean>): Promise<void> {
  for (;;) {
    try {
      if (!(await act())) return
    } catch (error) {
      if (error instanceof Gone) {
        book.cutOff++
        return
      }
      if (!(error instanceof ServiceError) || !expected.includes(error.code)) throw error
    }
  }
}

/** A citizen who complains, and adds to what they complained of. */
export async function citizen(url: string, book: Book): Promise<void> {
  const { token } = await callerOf(url)(routes.accounts.deviceSignIn, { params: { centre }, body: { deviceKey: key() } })
  const call = callerOf(url, token)
  const own: string[] = []
  // A citizen may raise 100 complaints an hour.
  await untilGone(book, async () => {
    const id = own.length > 0 && Math.random() < 0.3 ? pick(own) : undefined
    if (id !== undefined) {
      const text = words('补充')
      await call(routes.complaints.reply, { params: { centre, id }, body: { clientKey: key(), text } })
      book.acts.push({ complaint: id, action: 'reply', words: text })
    } else {
      const text = words('等候时间太长')
      const it = await call(routes.complaints.submit, { params: { centre }, body: { clientKey: key(), kind: 'blockage', text, where: { online: true } } })
      own.push(it.id)
      book.raised.push({ id: it.id, receipt: it.receipt, text, token })
      book.acts.push({ complaint: it.id, action: 'submit', number: 1 })
    }
    return own.length < 95
  })
}

/** What is sent for an action, with words of its own; undefined for those that are not tried. */
function bodyOf(action: ComplaintAction, expectedVersion: number, offices: readonly string[]): { body: StaffActBody; words?: string } | undefined {
  const said = words('工作人员')
  switch (action) {
    case 'accept': case 'note': case 'ask': case 'rectify': case 'answer': return { body: { action, expectedVersion, text: said } as StaffActBody, words: said }
    case 'pass': return { body: { action, expectedVersion, office: pick(offices) ?? '', helping: [], note: said }, words: said }
    case 'investigate': return { body: { action, expectedVersion } }
    case 'resume': case 'refer': return { body: { action, expectedVersion, note: said }, words: said }
    case 'decide': return { body: { action, expectedVersion, note: said, date: dayAhead(0), by: '分管领导' }, words: said }
    case 'plan': return { body: { action, expectedVersion, text: said, due: dayAhead(10) }, words: said }
    case 'close': return { body: { action, expectedVersion, closing: chosenClosings[0], text: said } as StaffActBody, words: said }
    case 'reopen': return { body: { action, expectedVersion, text: said }, words: said }
    default: return undefined
  }
}

/** A member of staff who takes what the citizens of this life raised and does what the state allows. */
export async function clerk(url: string, token: string, book: Book): Promise<void> {
  const call = callerOf(url, token)
  const { offices } = await call(routes.centre.get, { params: { centre } })
  await untilGone(book, async () => {
    const one = pick(book.raised)
    if (!one) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return true
    }
    const seen = await call(routes.complaints.staffGet, { params: { id: one.id } })
    const tried = seen.actions.flatMap((action) => { const it = bodyOf(action, seen.version, offices.map(({ id }) => id)); return it ? [{ action, ...it }] : [] })
    const chosen = pick(tried)
    if (!chosen) return true
    await call(routes.complaints.act, { params: { id: one.id }, body: chosen.body })
    book.acts.push({ complaint: one.id, action: chosen.action, number: seen.version + 1, ...(chosen.words ? { words: chosen.words } : {}) })
    return true
  })
}
