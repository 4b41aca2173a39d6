import { useCallback, useMemo } from 'react'
import { now } from '../../platform/clock'
import { staffSession } from '../../platform/staff-session'
import { staffDrafts, withDraft } from './drafts'

/** One draft of whoever is signed in. */
export interface DraftOfMine {
  readonly read: () => string
  readonly keep: (text: string) => void
  readonly forget: () => void
}

/** The draft under a name, e.g. `complaint/<id>/answer`; each account on a shared computer has its own. */
export function useDraft(name: string): DraftOfMine {
  // The account stays the same while a page is open, also when its session ends in the middle of typing.
  const account = useMemo(() => staffSession()?.account.id ?? '', [])
  const key = `${account}/${name}`
  const read = useCallback(() => staffDrafts.get()[key]?.text ?? '', [key])
  const keep = useCallback((text: string) => staffDrafts.change((drafts) => withDraft(drafts, key, text, now())), [key])
  const forget = useCallback(() => staffDrafts.change((drafts) => withDraft(drafts, key, '', now())), [key])
  return useMemo(() => ({ read, keep, forget }), [read, keep, forget])
}
