import type { DraftPhoto } from '../../state/draft-photos'
import { kept, type Kept } from '../../state/kept'

/** What is kept of a form: its text, what was typed into other fields, by their names, and its photos. */
export interface DraftContent {
  readonly text: string
  readonly fields?: Readonly<Record<string, string>>
  readonly photos?: readonly DraftPhoto[]
}
/** Something being written and when it was last touched (ms since 1970). */
export interface Draft extends DraftContent { readonly at: number }
/** Drafts by key, e.g. `<account>/complaint/<id>/answer`. */
export type Drafts = Readonly<Record<string, Draft>>

const most = 200
const longest = 60 * 86_400_000

const isEmpty = ({ text, fields = {}, photos = [] }: DraftContent) => !text.trim() && photos.length === 0 && !Object.values(fields).some((typed) => typed.trim())

/** Changes parts of a draft and keeps the rest; an empty one is forgotten, and so are those older than 60 days and the oldest beyond 200. */
export function withDraft(drafts: Drafts, key: string, parts: Partial<DraftContent>, nowMs: number): Drafts {
  const { [key]: before = { text: '' } as DraftContent, ...others } = drafts
  const content: DraftContent = { ...before, ...parts }
  const all: [string, Draft][] = Object.entries(others).filter(([, draft]) => draft.at > nowMs - longest)
  if (!isEmpty(content)) all.push([key, { ...content, at: nowMs }])
  return Object.fromEntries(all.sort(([, a], [, b]) => a.at - b.at).slice(-most))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** One draft of whatever was stored; the address of a photo does not outlive the page on which it was chosen. */
function parseDraft(value: unknown): Draft | undefined {
  if (!isRecord(value) || typeof value.text !== 'string' || typeof value.at !== 'number') return undefined
  const fields = isRecord(value.fields) ? Object.fromEntries(Object.entries(value.fields).filter((field): field is [string, string] => typeof field[1] === 'string')) : {}
  const photos = (Array.isArray(value.photos) ? (value.photos as unknown[]) : []).flatMap((it) => (isRecord(it) && typeof it.id === 'string' && typeof it.at === 'number' ? [{ id: it.id, at: it.at }] : []))
  return { text: value.text, at: value.at, ...(Object.keys(fields).length > 0 ? { fields } : {}), ...(photos.length > 0 ? { photos } : {}) }
}

/** The drafts in whatever was stored; what is damaged is left out. */
export function parseDrafts(value: unknown): Drafts | undefined {
  if (!isRecord(value)) return undefined
  return Object.fromEntries(Object.entries(value).flatMap(([key, stored]) => {
    const draft = parseDraft(stored)
    return draft ? [[key, draft]] : []
  }))
}

/** Everything that staff are writing on this device, until the server has acknowledged it. */
export const staffDrafts: Kept<Drafts> = kept<Drafts>({ key: 'staff-drafts', version: 1, empty: {}, parse: parseDrafts })
