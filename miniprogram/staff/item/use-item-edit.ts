import { useMemo, useRef, useState } from 'react'
import { routes } from '@shared/api/routes'
import { ServiceError, type FieldProblems } from '@shared/errors/service-error'
import type { Column } from '@shared/items/columns'
import type { Item } from '@shared/items/item'
import { focusOn } from '../../platform/focus'
import { call } from '../../platform/request'
import { useDraft } from '../drafts/use-draft'
import { useSending, type Sending } from '../frame/use-sending'
import { fieldId } from './item-fields'
import { byColumn, changedColumns, checkedItem, formOf, rebased, type ItemForm } from './item-form'
import { parseItemDraft } from './item-draft'

/** Editing an item (or a new one). */
export interface ItemEdit {
  readonly form: ItemForm
  /** Changes when other words are put into the fields; to be their React key. */
  readonly round: number
  readonly problems: FieldProblems
  readonly changed: readonly Column[]
  /** Columns that a colleague changed to something else meanwhile, with their words. */
  readonly clashes: readonly { readonly column: Column; readonly theirs: string }[]
  /** A colleague saved meanwhile. */
  readonly overtaken: boolean
  /** The form began with what was left unsaved the last time. */
  readonly restored: boolean
  readonly sending: Sending
  readonly change: (column: Column, text: string) => void
  readonly takeTheirs: (column: Column) => void
  readonly discard: () => void
  readonly save: () => Promise<Item | undefined>
}

interface State { readonly base: ItemForm; readonly version: number; readonly form: ItemForm; readonly theirs: ItemForm; readonly clashes: readonly Column[]; readonly overtaken: boolean; readonly restored: boolean }

function begin(item: Item | undefined, kept: string): State {
  const stored = formOf(item ?? {})
  const version = item?.version ?? 0
  const draft = parseItemDraft(kept)
  const state = { base: stored, version, theirs: stored, clashes: [], overtaken: false, restored: false }
  if (!draft) return { ...state, form: stored }
  if (draft.version === version) return { ...state, form: { ...stored, ...draft.form }, restored: true }
  const { form, clashes } = rebased(draft.base, draft.form, stored)
  return { ...state, form, clashes, overtaken: true, restored: true }
}

/** The edit form of an item: a draft until it is saved, and brought onto the newer version when a colleague was quicker. */
export function useItemEdit(item: Item | undefined, onSaved: (item: Item) => void): ItemEdit {
  const draft = useDraft(`item/${item?.id ?? 'new'}`)
  const [state, setState] = useState<State>(() => begin(item, draft.read()))
  const [round, setRound] = useState(0)
  const [problems, setProblems] = useState<FieldProblems>({})
  const sending = useSending()
  const latest = useRef(state)
  latest.current = state
  const changed = useMemo(() => changedColumns(state.base, state.form), [state.base, state.form])
  const put = (next: State, refill: boolean) => {
    latest.current = next
    setState(next)
    if (refill) setRound((before) => before + 1)
    const dirty = changedColumns(next.base, next.form).length > 0
    draft.keep(dirty ? JSON.stringify({ version: next.version, base: next.base, form: next.form }) : '')
  }
  const change = (column: Column, text: string) => {
    const { clashes } = latest.current
    put({ ...latest.current, form: { ...latest.current.form, [column]: text }, clashes: clashes.filter((one) => one !== column) }, false)
    if (problems[column]) setProblems(({ [column]: _gone, ...others }) => others)
  }
  const settle = (saved: Item) => {
    const stored = formOf(saved)
    put({ base: stored, version: saved.version, form: stored, theirs: stored, clashes: [], overtaken: false, restored: false }, true)
    setProblems({})
    onSaved(saved)
  }
  const overtake = async (id: string) => {
    const newer = await call(routes.items.staffGet, { params: { id } })
    const theirs = formOf(newer)
    const { form, clashes } = rebased(latest.current.base, latest.current.form, theirs)
    put({ base: theirs, version: newer.version, form, theirs, clashes, overtaken: true, restored: false }, true)
  }
  const show = (found: FieldProblems) => {
    setProblems(found)
    const first = Object.keys(found)[0]
    if (first) focusOn(fieldId(first))
  }
  const save = async () => {
    const checkedForm = checkedItem(latest.current.form)
    if ('problems' in checkedForm) {
      show(checkedForm.problems)
      return undefined
    }
    let saved: Item | undefined
    await sending.send(async () => {
      try {
        const { content } = checkedForm
        saved = item
          ? await call(routes.items.edit, { params: { id: item.id }, body: { expectedVersion: latest.current.version, content } })
          : await call(routes.items.create, { body: content })
        settle(saved)
      } catch (error) {
        if (error instanceof ServiceError && error.code === 'version-conflict' && item) await overtake(item.id)
        if (error instanceof ServiceError && error.detail.fields) show(byColumn(error.detail.fields))
        throw error
      }
    })
    return saved
  }
  const discard = () => {
    setProblems({})
    sending.clear()
    put({ ...latest.current, form: latest.current.base, clashes: [], overtaken: false, restored: false }, true)
  }
  const takeTheirs = (column: Column) => put({ ...latest.current, form: { ...latest.current.form, [column]: latest.current.theirs[column] }, clashes: latest.current.clashes.filter((one) => one !== column) }, true)
  return {
    form: state.form, round, problems, changed, overtaken: state.overtaken, restored: state.restored, sending, change, takeTheirs, discard, save,
    clashes: state.clashes.map((column) => ({ column, theirs: state.theirs[column] })),
  }
}
