import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { replyFacts, replyPages } from '@shared/replies/parts'
import type { Reply } from '@shared/replies/reply'
import { confirm, toast } from '../../platform/feedback'
import { newRandomId } from '../../platform/random'
import { call } from '../../platform/request'
import { frame } from '../../texts/staff/frame'
import { replies as texts } from '../../texts/staff/replies'
import { Field } from '../../ui/field'
import { EntrySheet } from '../frame/entry-sheet'
import { useNewest } from '../frame/use-newest'
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
  const newest = useNewest(state, () => call(routes.replies.list, {}))
  const sending = useSending()
  const change = (part: Partial<ReplyForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const put = (make: (list: readonly Reply[]) => Reply[]) => sending.send(() => newest.write(({ number, replies }) =>
    call(routes.replies.put, { body: { expectedNumber: number, replies: make(replies), note: note.trim() } })))
  const save = async () => {
    const id = reply?.id ?? await newRandomId()
    const checked = withReply(newest.current().replies, id, form)
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
  return (
    <EntrySheet
      title={form.occasion === 'keyword' ? words.keyword : texts.occasions[form.occasion]}
      sending={sending}
      texts={texts}
      onSave={() => void save()}
      onRemove={reply && (() => void remove())}
      onClose={onClose}
    >
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
    </EntrySheet>
  )
}
