import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { WordsPreview } from '@shared/words/word'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { words } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { byWeight, percent, rankWords } from './moves'

const texts = words.preview

function Moves({ moves }: { readonly moves: WordsPreview['better'] }) {
  return (
    <Table
      label={texts.question}
      heads={[texts.question, texts.item, texts.rank]}
      rows={byWeight(moves).map(({ question, item, before, after }) => ({ key: question, cells: [question, item, texts.ranks(rankWords(before), rankWords(after))] }))}
    />
  )
}

/** What publishing the draft would change for the golden questions, and publishing it. */
export function PublishView({ may, onPublished }: { readonly may: boolean; readonly onPublished: () => void }) {
  const preview = useStaffLoaded('words preview', () => call(routes.words.preview, {}))
  const state = useStaffLoaded('words state', () => call(routes.words.list, { query: {} }))
  const [note, setNote] = useState('')
  const [overtaken, setOvertaken] = useState(false)
  const { busy, problem, send } = useSending()
  const { value } = preview
  const again = () => void Promise.all([preview.reload(), state.reload()])
  const publish = async () => {
    if (!value) return
    const worse = value.worse.length
    const question = worse > 0 ? { title: texts.worseTitle, detail: texts.worseDetail(worse), yes: texts.worseYes } : { title: texts.title, detail: texts.detail, yes: texts.publish }
    if (!await confirm({ ...question, no: frame.cancel })) return
    const went = await send(async () => void await call(routes.words.publish, { body: { draftVersion: value.draftVersion, ...(note.trim() ? { note: note.trim() } : {}) } }))
    setOvertaken(!went)
    if (!went) return again()
    toast(texts.done)
    onPublished()
  }
  if (preview.problem) return <ErrorState message={preview.problem.message} retryLabel={frame.retry} onRetry={again} />
  if (!value) return <View><View className='quiet'>{texts.load}</View><Skeleton label={texts.load} lines={6} /></View>
  const moved = value.better.length + value.worse.length > 0
  return (
    <View>
      {overtaken && problem?.code === 'version-conflict' ? <Notice tone='warn'>{texts.overtaken}</Notice> : problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
      <Card title={texts.explain(value.questions)} aside={<Button kind='text' busy={preview.loading} onTap={again}>{texts.again}</Button>}>
        <Table
          label={words.tabs.publish}
          heads={['', texts.before, texts.after]}
          rows={[
            { key: 's1', cells: [texts.first, percent(value.before.s1), percent(value.after.s1)] },
            { key: 's3', cells: [texts.firstThree, percent(value.before.s3), percent(value.after.s3)] },
          ]}
        />
        {moved ? null : <View className='quiet words-gap'>{texts.noMove}</View>}
      </Card>
      {value.worse.length > 0 ? <Card title={texts.worse(value.worse.length)}><Moves moves={value.worse} /></Card> : null}
      {value.better.length > 0 ? <Card title={texts.better(value.better.length)}><Moves moves={value.better} /></Card> : null}
      {!may ? <Notice>{words.readOnly}</Notice> : state.value && !state.value.changed ? <Notice>{texts.nothing}</Notice> : (
        <Card>
          <Field id='publish-note' label={texts.note} optional={frame.optional} placeholder={texts.notePlaceholder} max={200} onInput={setNote} />
          <Button busy={busy} disabled={preview.loading} onTap={() => void publish()}>{busy ? texts.publishing : texts.publish}</Button>
        </Card>
      )}
    </View>
  )
}
