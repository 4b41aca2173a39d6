import * as v from 'valibot'
import { complaintKindList, type ComplaintKind } from '@shared/complaints/kinds'
import type { SubmitBody } from '@shared/complaints/complaint'
import { kept } from './kept'

const draft = v.object({
  /** Made when the draft begins: sending it twice is one complaint. Empty in an untouched draft. */
  clientKey: v.string(),
  kind: v.optional(v.picklist(complaintKindList)),
  text: v.string(),
  item: v.optional(v.object({ id: v.string(), name: v.string() })),
  area: v.optional(v.string()),
  window: v.optional(v.string()),
  online: v.boolean(),
  /** Photos that the server has; those still on their way are not part of the draft. */
  photos: v.array(v.object({ id: v.string(), address: v.optional(v.string()) })),
  contact: v.string(),
  name: v.string(),
  showName: v.boolean(),
})
/** A complaint (找茬) being written; kept on the device until the server has acknowledged it. */
export type Draft = v.InferOutput<typeof draft>

/** A draft with nothing in it. */
export const emptyDraft: Draft = { clientKey: '', text: '', online: false, photos: [], contact: '', name: '', showName: false }

/** Whether a person has put anything into it. */
export const isTouched = (it: Draft): boolean =>
  it.kind !== undefined || it.text !== '' || it.item !== undefined || it.area !== undefined || it.window !== undefined || it.online || it.photos.length > 0 || it.contact !== '' || it.name !== ''

/** What must be put right before it can be sent, by field. */
export type DraftProblem = 'kind' | 'text'

/** The first things missing, in the order of the page. */
export function draftProblems(it: Draft): DraftProblem[] {
  return [...(it.kind ? [] : ['kind' as const]), ...(it.text.trim() ? [] : ['text' as const])]
}

/** What is sent: the draft without what was left empty. */
export function submission(it: Draft & { readonly kind: ComplaintKind }): SubmitBody {
  return {
    clientKey: it.clientKey,
    kind: it.kind,
    text: it.text.trim(),
    where: { ...(it.item ? { item: it.item.id } : {}), ...(it.area ? { area: it.area } : {}), ...(it.window ? { window: it.window } : {}), ...(it.online ? { online: true } : {}) },
    photos: it.photos.map(({ id }) => id),
    ...(it.contact.trim() ? { contact: it.contact.trim() } : {}),
    ...(it.name.trim() ? { name: it.name.trim() } : {}),
    showName: it.showName && it.name.trim() !== '',
  }
}

/** The one complaint being written on this device. */
export const complaintDraft = kept<Draft>({
  key: 'complaint-draft',
  version: 1,
  empty: emptyDraft,
  parse: (value) => {
    const parsed = v.safeParse(draft, value)
    return parsed.success ? parsed.output : undefined
  },
})
