import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { ServiceError } from '@shared/errors/service-error'
import type { Word } from '@shared/words/word'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { newRandomId } from '../../platform/random'
import { call } from '../../platform/request'
import { words as texts } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { EntrySheet } from '../frame/entry-sheet'
import { Labelled } from '../frame/labelled'
import { useSending } from '../frame/use-sending'
import { ItemPicker } from './item-picker'
import type { ItemNames } from './item-names'
import { checkedWord, emptyWord, formOfWord, type WordForm, type WordKind, type WordProblems } from './word-form'

/** One word, new or stored. */
export interface WordSheetProps {
  readonly kind: WordKind
  readonly word: Word | undefined
  readonly names: ItemNames
  /** What a new one begins with. */
  readonly start?: Partial<WordForm>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Edits one word of the draft; nothing changes for citizens before publishing. */
export function WordSheet({ kind, word, names, start = {}, onClose, onDone }: WordSheetProps) {
  const [form, setForm] = useState<WordForm>(() => (word ? formOfWord(word) : { ...emptyWord, ...start }))
  const [problems, setProblems] = useState<WordProblems>({})
  const version = useRef(word?.version ?? 0)
  const sending = useSending()
  const change = (part: Partial<WordForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const save = async () => {
    const id = word?.id ?? await newRandomId()
    const result = checkedWord(kind, form, id, version.current, now())
    if ('problems' in result) return setProblems(result.problems)
    const went = await sending.send(async () => {
      try {
        await call(routes.words.put, { params: { id }, body: { expectedVersion: version.current, word: result.word } })
      } catch (error) {
        if (error instanceof ServiceError && error.code === 'version-conflict') version.current = error.detail.currentVersion ?? version.current
        throw error
      }
    })
    if (!went) return
    toast(texts.saved)
    onDone()
  }
  const remove = async () => {
    if (!word || !await confirm({ title: texts.removeTitle, detail: texts.removeDetail, yes: frame.remove, no: frame.cancel })) return
    const went = await sending.send(async () => void await call(routes.words.remove, { params: { id: word.id }, body: { expectedVersion: word.version } }))
    if (!went) return
    toast(texts.removed)
    onDone()
  }
  const words = texts.form
  return (
    <EntrySheet
      title={words[kind]}
      sending={sending}
      texts={{ save: texts.saveDraft, saving: texts.saving, conflict: texts.conflict }}
      onSave={() => void save()}
      onRemove={word && (() => void remove())}
      onClose={onClose}
    >
      {kind === 'lexicon' ? (
        <View>
          <Field id='word-field' label={words.field} hint={words.fieldHint} max={20} initial={form.field} error={problems.field} onInput={(field) => change({ field })} />
          <Labelled id='word-sense' label={words.sense}>
            <Chips single label={words.sense} choices={[{ value: 'means', label: words.senses.means }, { value: 'same', label: words.senses.same }]} chosen={[form.sense]} onChoose={(sense) => change({ sense })} />
          </Labelled>
          <Field id='word-words' label={words.words} hint={words.wordsHint} multiline max={3000} initial={form.words} error={problems.words} onInput={(text) => change({ words: text })} />
          {form.sense === 'means' ? <Field id='word-means' label={words.means} hint={words.meansHint} multiline max={3000} initial={form.means} error={problems.means} onInput={(means) => change({ means })} /> : null}
        </View>
      ) : (
        <View>
          <Field id='word-text' label={kind === 'alias' ? words.text : words.question} hint={kind === 'pin' ? words.questionHint : undefined} max={60} initial={form.text} error={problems.text} onInput={(text) => change({ text })} />
          <ItemPicker label={kind === 'alias' ? words.item : words.items} names={names} chosen={form.items} most={kind === 'alias' ? 1 : 10} error={problems.items} onChange={(items) => change({ items })} />
          {kind === 'pin' ? <Field id='word-expires' label={words.expiresAt} optional={frame.optional} hint={words.expiresHint} max={10} initial={form.expires} error={problems.expires} onInput={(expires) => change({ expires })} /> : null}
        </View>
      )}
    </EntrySheet>
  )
}
