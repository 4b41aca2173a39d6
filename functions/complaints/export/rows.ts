import { chinaDay } from '@shared/calendar/calendar'
import type { Centre } from '@shared/centre/centre'
import { isOverdue } from '@shared/complaints/clock'
import { channels, closings, ratings } from '@shared/complaints/codes'
import type { ExportRow } from '@shared/complaints/export'
import { complaintKinds } from '@shared/complaints/kinds'
import { maskPersonalData } from '@shared/complaints/personal-data'
import { complaintStates } from '@shared/complaints/states'
import type { Whole } from '../record'
import { maskedContact, maskedName } from './mask'

/** What an export row needs beside the complaint. */
export interface RowContext {
  readonly centre: Centre
  /** Numbers of the centre itself, which are nobody's personal data. */
  readonly open: readonly string[]
  readonly today: string
  /** Whether names and contacts may stand in the file. */
  readonly whole: boolean
}

/** An instant in China's time, `2026-11-23 09:05`. */
function chinaMinute(at: string): string {
  const ms = Date.parse(at)
  return `${chinaDay(ms)} ${new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

/** One complaint as a row of a file; without the right to contacts, names and contacts are masked and the texts are without what is surely personal. */
export function exportRow({ complaint: it, events }: Whole, { centre, open, today, whole }: RowContext): ExportRow {
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string | undefined) => (id === undefined ? '' : list.find((one) => one.id === id)?.name ?? id)
  const shown = (text: string) => (whole ? text : maskPersonalData(text, { citizen: [it.name, it.contact], open }))
  const { item, area, window, online } = it.where
  const answer = [...events].reverse().find(({ action, text }) => (action === 'answer' || action === 'plan' || action === 'decline') && text)
  return {
    receipt: it.receipt,
    submittedAt: chinaMinute(it.submittedAt),
    kind: complaintKinds[it.kind],
    state: complaintStates[it.state],
    channel: channels[it.channel],
    office: nameIn(centre.offices, it.office),
    helping: it.helping.map((id) => nameIn(centre.offices, id)).join('、'),
    place: [nameIn(centre.areas, area), nameIn(centre.windows, window), online ? '网上' : '', item ? `事项 ${item}` : ''].filter(Boolean).join(' '),
    due: it.due === 'unknown' ? '' : it.due ?? '',
    overdue: isOverdue(it, today) ? '是' : '否',
    answeredAt: it.answeredAt ? chinaMinute(it.answeredAt) : '',
    closedAs: it.closedAs ? closings[it.closedAs] : '',
    rating: it.rating ? ratings[it.rating] : '',
    reopens: it.reopens,
    followers: it.followers,
    text: shown(it.text),
    answer: shown(answer?.text ?? ''),
    name: it.name ? (whole ? it.name : maskedName(it.name)) : '',
    contact: it.contact ? (whole ? it.contact : maskedContact(it.contact)) : '',
  }
}
