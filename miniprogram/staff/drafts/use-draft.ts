import { useCallback, useMemo } from 'react'
import { now } from '../../platform/clock'
import { staffSession } from '../../platform/staff-session'
import { changedPhotos, stillThere, type SentPhoto } from '../../state/draft-photos'
import { useKept } from '../../state/kept'
import { forgetPendingPhotos } from '../../state/pending-photos'
import { staffDrafts, withDraft, type DraftContent } from './drafts'

/** One draft of whoever is signed in. */
export interface DraftOfMine {
  readonly read: () => string
  readonly keep: (text: string) => void
  /** What was typed into fields beside the text, by their names. */
  readonly fields: () => Readonly<Record<string, string>>
  readonly keepFields: (typed: Readonly<Record<string, string>>) => void
  readonly forget: () => void
}

/** The key of a draft; each account on a shared computer has its own. */
function useKey(name: string): string {
  // The account stays the same while a page is open, also when its session ends in the middle of typing.
  const account = useMemo(() => staffSession()?.account.id ?? '', [])
  return `${account}/${name}`
}

const nothing: DraftContent = { text: '', fields: {}, photos: [] }
const change = (key: string, how: (before: DraftContent) => Partial<DraftContent>) => staffDrafts.change((drafts) => withDraft(drafts, key, how(drafts[key] ?? nothing), now()))

/** The draft under a name, e.g. `complaint/<id>/answer`. */
export function useDraft(name: string): DraftOfMine {
  const key = useKey(name)
  return useMemo(() => ({
    read: () => staffDrafts.get()[key]?.text ?? '',
    keep: (text) => change(key, () => ({ text })),
    fields: () => staffDrafts.get()[key]?.fields ?? {},
    keepFields: (typed) => change(key, ({ fields }) => ({ fields: { ...fields, ...typed } })),
    forget: () => {
      change(key, () => nothing)
      forgetPendingPhotos(key)
    },
  }), [key])
}

/** The photos of a draft, as a page follows them. */
export interface DraftPhotos {
  /** Name of the form among all forms of this device. */
  readonly form: string
  readonly photos: readonly SentPhoto[]
  readonly change: (how: (photos: readonly SentPhoto[]) => readonly SentPhoto[]) => void
}

/** The photos of the draft under a name: one whose sending ends, well or not, after its form was put away is there when the form comes back. */
export function useDraftPhotos(name: string): DraftPhotos {
  const form = useKey(name)
  const photos = stillThere(useKept(staffDrafts)[form]?.photos ?? [], now())
  const put = useCallback<DraftPhotos['change']>((how) => change(form, ({ photos: before = [] }) => ({ photos: changedPhotos(before, how, now()) })), [form])
  return { form, photos, change: put }
}
