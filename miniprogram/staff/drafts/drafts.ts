import { kept, type Kept } from '../../state/kept'

/** Something being written: its words and when they were last touched (ms since 1970). */
export interface Draft { readonly text: string; readonly at: number }
/** Drafts by key, e.g. `<account>/complaint/<id>/answer`. */
export type Drafts = Readonly<Record<string, Draft>>

const most = 200
const longest = 60 * 86_400_000

/** Keeps a draft; an empty one is forgotten, and so are those older than 60 days and the oldest beyond 200. */
export function withDraft(drafts: Drafts, key: string, text: string, nowMs: number): Drafts {
  const { [key]: _before, ...others } = drafts
  const all: [string, Draft][] = Object.entries(others).filter(([, draft]) => draft.at > nowMs - longest)
  if (text.trim()) all.push([key, { text, at: nowMs }])
  return Object.fromEntries(all.sort(([, a], [, b]) => a.at - b.at).slice(-most))
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && typeof (value as Draft).text === 'string' && typeof (value as Draft).at === 'number'

/** The drafts in whatever was stored; what is damaged is left out. */
export function parseDrafts(value: unknown): Drafts | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Draft] => isDraft(entry[1])))
}

/** Everything that staff are writing on this device, until the server has acknowledged it. */
export const staffDrafts: Kept<Drafts> = kept<Drafts>({ key: 'staff-drafts', version: 1, empty: {}, parse: parseDrafts })
