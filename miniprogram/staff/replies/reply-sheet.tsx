import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import { replyFacts, replyPages } from '@shared/replies/parts'
import type { Reply } from '@shared/replies/reply'
import { confirm, toast } from '../../platform/feedback'
import { newRandomId } from '../../platform/random'
import { call } from '../../platform/request'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { frame } from '../../texts/staff/frame'
import { replies as texts } from '../../texts/staff/replies'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'
import { Bubble } from './bubble'
import { formOf, withReply, type ReplyForm, type ReplyProblems } from './reply-form'

/** The replies as they were read, with the number of their version. */
export interface ReplyState {
  readonly number: number
  readonly replies: readonly Reply[]
}

/** One reply, new or stored. */
export interface ReplySheetProps {
  readonly state: ReplyState
  readonly reply: Reply | undefined
  /** What a new one begins as. */
  readonly start: ReplyForm
  readonly centre: Centre | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

const { form: words } = texts

function Help() {
  return (
    <View className='reply-help'>
      <View>{words.facts}{Object.keys(replyFacts).map((fact) => `{${fact}}`).join(' ')}</View>
      <View>{words.pages}{Object.keys(replyPages).map(words.pageExample).join(' ')}</View>
      <View>{words.itemExample}</View>
    </View>
  )
}

/** Edits one reply, with what citizens will see of it; saving is one version of all replies. */
export function ReplySheet({ state, reply, start, centre, onClose, onDone }: ReplySheetProps) {
  const [form, setForm] = useState<ReplyForm>(() => (reply ? formOf(reply) : start))
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<ReplyProblems>({})
  const newest = useRef(state)
  const sending = useSending()
  const shown = useShown()
  const change = (part: Partial<ReplyForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  /** Sends the list made of the newest known one; after a conflict the next attempt goes out from what others have written. */
  const put = async (make: (list: readonly Reply[]) => Reply[]) => sending.send(async () => {
    try {
      await call(routes.replies.put, { body: { expectedNumber: newest.current.number, replies: make(newest.current.replies), note: note.trim() } })
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'version-conflict') newest.current = await call(routes.replies.list, {})
      throw error
    }
  })
  const save = async () => {
    const id = reply?.id ?? await newRandomId()
    const checked = withReply(newest.current.replies, id, form)
    if ('problems' in checked) return setProblems(checked.problems)
    if (!await put(() => checked.replies)) return
    toast(texts.saved)
    onDone()
  }
  const remove = async () => {
    if (!reply || !await confirm({ title: texts.removeTitle, detail: texts.removeDetail, yes: frame.remove, no: frame.cancel })) return
    if (!await put((list) => list.filter(({ id }) => id !== reply.id))) return
    toast(texts.removed)
    onDone()
  }
  useShortcuts([{ key: 'ctrl+enter', whileTyping: true, run: () => void save() }], shown, 'dialog')
  const problem = sending.problem && (sending.problem.code === 'version-conflict' ? texts.conflict : Object.values(sending.problem.fields)[0] ?? sending.problem.message)
  return (
    <Sheet open title={form.occasion === 'keyword' ? words.keyword : texts.occasions[form.occasion]} closeLabel={frame.close} onClose={onClose}>
      {form.occasion === 'keyword' ? (
        <Field id='reply-keywords' label={words.keywords} hint={words.keywordsHint} multiline max={440} initial={form.keywords} error={problems.keywords} onInput={(keywords) => change({ keywords })} />
      ) : null}
      <Field id='reply-text' label={words.text} hint={words.textHint} multiline max={500} initial={form.text} error={problems.text} onInput={(text) => change({ text })} />
      <Help />
      {centre ? (
        <View className='reply-preview'>
          <View className='reply-preview__label'>{words.preview}</View>
          {form.text.trim() ? <Bubble text={form.text.trim()} centre={centre} label={words.preview} /> : <View className='quiet'>{words.empty}</View>}
        </View>
      ) : null}
      <Field id='reply-note' label={words.note} optional={frame.optional} placeholder={words.notePlaceholder} max={200} onInput={setNote} />
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <View className='button-row'>
        <Button busy={sending.busy} onTap={() => void save()}>{sending.busy ? texts.saving : texts.save}</Button>
        {reply ? <Button kind='danger' disabled={sending.busy} onTap={() => void remove()}>{frame.remove}</Button> : null}
      </View>
    </Sheet>
  )
}
