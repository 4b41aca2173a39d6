import type { Call } from '@shared/api/client'
import { routes } from '@shared/api/routes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { citizenSentence, complaintStateList, findTransition, type CaseRole, type ComplaintAction } from '@shared/complaints/states'
import { callerOf, centre, type Acknowledged, type Book } from './people'

/** What is wrong after a restart, counted; all are to be 0. */
export interface Verdict {
  /** Acknowledged actions whose event is not there, or more than once. */
  lost: number
  /** Complaints whose events are not 1..version, or whose last event has another state, or whose steps the state table does not have. */
  torn: number
  /** Complaints that are not exactly once in the list of their state. */
  misplaced: number
  /** Receipt numbers that stand for two complaints. */
  receiptsTwice: number
  /** Inbox entries that stand for the same event twice. */
  doubled: number
  /** Events of which the citizen was not told within the time. */
  untold: number
}

/** How long the side effects may take to catch up after a restart, ms. */
const patience = 90_000

const saysItself = (it: StaffComplaint['events'][number], { action, words, number }: Acknowledged): boolean =>
  it.action === action && (words === undefined ? it.number === number : `${it.text} ${it.note}`.includes(words))

/** Whether a complaint and its events are one whole. */
export function whole({ events, version, state }: Pick<StaffComplaint, 'events' | 'version' | 'state'>): boolean {
  const numbered = events.length === version && events.every(({ number }, i) => number === i + 1)
  const legal = events.every(({ action, byRole }, i) => i === 0 ? action === 'submit' : findTransition(events[i - 1]!.state, action as ComplaintAction, byRole as CaseRole) !== undefined)
  return numbered && legal && events[events.length - 1]?.state === state
}

/** Numbers of complaints by id as the lists of all states have them. */
async function listed(staff: Call): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const state of complaintStateList) {
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await staff(routes.complaints.staffQueue, { query: { state, limit: '100', ...(cursor ? { cursor } : {}) } })
      for (const { id } of page.complaints) found.set(id, [...(found.get(id) ?? []), state])
      cursor = page.cursor
      more = cursor !== undefined
    }
  }
  return found
}

/** Texts of a citizen's inbox by complaint. */
async function inbox(call: Call): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await call(routes.messages.list, { params: { centre }, query: cursor ? { cursor } : {} })
    for (const { complaint = '', text, at } of page.messages) found.set(complaint, [...(found.get(complaint) ?? []), `${at} ${text}`])
    cursor = page.cursor
    more = cursor !== undefined
  }
  return found
}

/** What the citizen is to be told of a complaint: one entry for each event of the centre that they may see. */
const toTell = ({ events }: StaffComplaint): string[] =>
  events.filter((it) => it.by === 'centre' && it.visibility === 'citizen' && it.action !== 'submit').map((it) => `${it.at} ${citizenSentence(it.action)}${it.text ?? ''}`)

/** How often each text is there too often, and how often it is missing. */
export function differ(told: readonly string[], wanted: readonly string[]): { doubled: number; untold: number } {
  const left = new Map<string, number>()
  for (const it of wanted) left.set(it, (left.get(it) ?? 0) + 1)
  for (const it of told) left.set(it, (left.get(it) ?? 0) - 1)
  const counts = [...left.values()]
  return { doubled: counts.reduce((sum, n) => sum + Math.max(0, -n), 0), untold: counts.reduce((sum, n) => sum + Math.max(0, n), 0) }
}

/** Looks at everything that was acknowledged, through the API of a server that was started anew. @param receipts numbers of earlier rounds; those of this one are added */
export async function judge(url: string, staffToken: string, book: Book, receipts: Set<string>): Promise<Verdict> {
  const staff = callerOf(url, staffToken)
  const verdict: Verdict = { lost: 0, torn: 0, misplaced: 0, receiptsTwice: 0, doubled: 0, untold: 0 }
  const lists = await listed(staff)
  const seen = new Map<string, StaffComplaint>()
  for (const { id, receipt, text } of book.raised) {
    const it = await staff(routes.complaints.staffGet, { params: { id } }).catch(() => undefined)
    if (!it || it.text !== text || it.receipt !== receipt) {
      verdict.lost++
      continue
    }
    seen.set(id, it)
    if (!whole(it)) verdict.torn++
    if (lists.get(id)?.join() !== it.state) verdict.misplaced++
    if (receipts.has(receipt)) verdict.receiptsTwice++
    receipts.add(receipt)
  }
  for (const act of book.acts) {
    const found = seen.get(act.complaint)?.events.filter((it) => saysItself(it, act)) ?? []
    if (found.length === 1) continue
    verdict.lost++
    console.log(`  ${act.action} of ${act.complaint} is there ${found.length} times`)
  }
  // What a kill cut off was acknowledged to nobody, but is whole or not there at all.
  for (const id of [...lists.keys()].filter((it) => !seen.has(it)).slice(-50)) {
    if (!whole(await staff(routes.complaints.staffGet, { params: { id } }))) verdict.torn++
  }
  const messages = await told(url, book, seen)
  return { ...verdict, ...messages }
}

/** Reads the inboxes until everything has been told or the time is up. */
async function told(url: string, book: Book, seen: ReadonlyMap<string, StaffComplaint>): Promise<Pick<Verdict, 'doubled' | 'untold'>> {
  const tokens = [...new Set(book.raised.map(({ token }) => token))]
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const sum = { doubled: 0, untold: 0 }
    for (const token of tokens) {
      const entries = await inbox(callerOf(url, token))
      for (const { id } of book.raised.filter((it) => it.token === token)) {
        const it = seen.get(id)
        if (!it) continue
        const { doubled, untold } = differ(entries.get(id) ?? [], toTell(it))
        sum.doubled += doubled
        sum.untold += untold
      }
    }
    if (sum.untold === 0 || Date.now() > end) return sum
  }
}
