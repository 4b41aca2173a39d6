import { messageTable, type Audience, type MessageRow } from '@shared/messages/table'
import { complaintStates, citizenState } from '@shared/complaints/states'
import type { Message } from '@shared/messages/message'
import type { Staff } from '../platform/actor'
import type { CaseNews, NewsFollower } from './news'
import { progressData } from './subscribe'

/** The inbox of a citizen, by account; or the one that the staff of a desk, an office or a rank share. */
export type Box = { readonly citizen: string } | { readonly staff: string }

/** One entry of an inbox, and what WeChat is to send along. */
export interface Entry {
  readonly box: Box
  readonly message: Message
  readonly wechat?: { readonly page: string; readonly data: Readonly<Record<string, string>> }
}

/** The inbox of an office. */
const officeBox = (office: string): Box => ({ staff: `office-${office}` })
const front: Box = { staff: 'front' }

/** The inbox that a member of staff reads; none for an office account without its office. Administrators sit with the front desk. */
export function boxOf({ role, office }: Pick<Staff, 'role' | 'office'>): Box | undefined {
  if (role === 'office') return office ? officeBox(office) : undefined
  return role === 'chief' || role === 'leader' ? { staff: role } : front
}

/** A receiver of one row. */
interface Receiver {
  readonly box: Box
  readonly receipt: string
  /** What the message opens: the complaint, or what is public of it. */
  readonly opens?: Pick<Message, 'complaint' | 'answer'>
  /** What they read in place of the event's text. */
  readonly text?: string
}

/** Whose complaint was merged opens their own, under its number; who only follows opens what is public. */
function follower({ citizen, complaint: own, receipt }: NewsFollower, { complaint, facts, textForOthers, public: open }: CaseNews): Receiver {
  const opens = own ? { complaint: own } : open ? { answer: complaint } : undefined
  return { box: { citizen }, receipt: receipt ?? facts.receipt, ...(opens ? { opens } : {}), ...(textForOthers === undefined ? {} : { text: textForOthers }) }
}

/** Citizens are told of what the centre does, never of what citizens do. */
function receivers(audience: Audience, news: CaseNews): Receiver[] {
  const { facts: { receipt, by }, complaint, lead, helping, mentioned, citizen, followers } = news
  const to = (box: Box): Receiver => ({ box, receipt, opens: { complaint } })
  const offices = (ids: readonly string[]) => ids.map((id) => to(officeBox(id)))
  switch (audience) {
    case 'citizen': return citizen && by === 'centre' ? [to({ citizen })] : []
    case 'followers': return by === 'centre' ? followers.map((it) => follower(it, news)) : []
    case 'mentioned': return offices(mentioned)
    case 'lead': return [to(lead ? officeBox(lead) : front)]
    case 'helping': return offices(helping)
    case 'front': return [to(front)]
    case 'chief': case 'leader': return [to({ staff: audience })]
  }
}

/** Name of an inbox among the centre's; a citizen's is their account. */
export const boxName = (box: Box): string => ('citizen' in box ? box.citizen : `staff#${box.staff}`)

/** Id of a message: it sorts by time, and the same event has the same id however often it is told. */
const idOf = ({ at, complaint, number }: CaseNews) => `${String(Date.parse(at)).padStart(15, '0')}-${complaint}-${number}`

/** Page of the mini-program that a WeChat message opens. */
const pageOf = ({ complaint, answer }: NonNullable<Receiver['opens']>) =>
  complaint ? `pages/complaint/index?id=${complaint}` : answer ? `pages/answer/index?id=${answer}` : 'pages/messages/index'

function entryOf(row: MessageRow, { box, receipt, opens = {}, text: own }: Receiver, news: CaseNews): Entry {
  const facts = { ...news.facts, receipt, ...(own === undefined ? {} : { text: own }) }
  const text = row.text(facts)
  const message: Message = { id: idOf(news), at: news.at, title: row.title(facts), text, ...opens, read: false }
  if (row.channel === 'inbox') return { box, message }
  return { box, message, wechat: { page: pageOf(opens), data: progressData({ receipt, stateName: complaintStates[citizenState(facts.state)], text, at: news.at }) } }
}

/** The entries that an event makes, by the table of messages: one for each inbox, by the first row that concerns it; pure. */
export function entriesOf(news: CaseNews): Entry[] {
  const rows = messageTable.filter(({ event, when }) => event === news.facts.event && (!when || when(news.facts)))
  const entries = new Map<string, Entry & { readonly audience: Audience }>()
  for (const row of rows) {
    for (const receiver of receivers(row.audience, news)) {
      const name = boxName(receiver.box)
      const before = entries.get(name)
      const entry = entryOf(row, receiver, news)
      if (!before) entries.set(name, { ...entry, audience: row.audience })
      else if (before.audience === row.audience && entry.wechat) entries.set(name, { ...before, wechat: entry.wechat })
    }
  }
  return [...entries.values()].map(({ audience: _, ...entry }) => entry)
}
