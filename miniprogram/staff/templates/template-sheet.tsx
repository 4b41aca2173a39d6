import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { complaintKindList, complaintKinds } from '@shared/complaints/kinds'
import { complaintActions, complaintStateList, complaintStates } from '@shared/complaints/states'
import { templateActions, type Template } from '@shared/templates/template'
import { variableNames } from '@shared/templates/variables'
import { confirm, toast } from '../../platform/feedback'
import { newRandomId } from '../../platform/random'
import { call } from '../../platform/request'
import { frame } from '../../texts/staff/frame'
import { templates as texts } from '../../texts/staff/templates'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { EntrySheet } from '../frame/entry-sheet'
import { Labelled } from '../frame/labelled'
import { useNewest } from '../frame/use-newest'
import { useSending } from '../frame/use-sending'
import { newTemplate, withTemplate, type TemplateForm, type TemplateProblems } from './template-form'

/** One template, new or stored. */
export interface TemplateSheetProps {
  /** The templates as they were read, with the number of their version. */
  readonly state: { readonly number: number; readonly templates: readonly Template[] }
  readonly template: Template | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

const { form: words } = texts
const toggled = <T extends string>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((it) => it !== one) : [...list, one])

/** Edits one template; saving is one version of all. */
export function TemplateSheet({ state, template, onClose, onDone }: TemplateSheetProps) {
  const [form, setForm] = useState<TemplateForm>(template ?? newTemplate)
  const [inserted, setInserted] = useState(0)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<TemplateProblems>({})
  const newest = useNewest(state, () => call(routes.templates.list, {}))
  const sending = useSending()
  const change = (part: Partial<TemplateForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const put = (make: (list: readonly Template[]) => Template[]) => sending.send(() => newest.write(({ number, templates }) =>
    call(routes.templates.put, { body: { expectedNumber: number, templates: make(templates), note: note.trim() } })))
  const save = async () => {
    const id = template?.id ?? await newRandomId()
    const { name, actions, kinds, states, text } = form
    const checked = withTemplate(newest.current().templates, id, { name, actions, kinds, states, text })
    if ('problems' in checked) return setProblems(checked.problems)
    if (!await put(() => checked.templates)) return
    toast(texts.saved)
    onDone()
  }
  const remove = async () => {
    if (!template || !await confirm({ title: texts.removeTitle, detail: texts.removeDetail, yes: frame.remove, no: frame.cancel })) return
    if (!await put((list) => list.filter(({ id }) => id !== template.id))) return
    toast(texts.removed)
    onDone()
  }
  return (
    <EntrySheet title={template ? words.edit : words.add} sending={sending} texts={texts} onSave={() => void save()} onRemove={template && (() => void remove())} onClose={onClose}>
      <Field id='template-name' label={words.name} placeholder={words.namePlaceholder} max={30} initial={form.name} error={problems.name} onInput={(name) => change({ name })} />
      <Field key={inserted} id='template-text' label={words.text} hint={words.textHint} multiline max={1000} initial={form.text} error={problems.text} onInput={(text) => change({ text })} />
      <View className='template-variables'>
        <View className='quiet'>{words.variables}</View>
        <Chips single label={words.variables} choices={variableNames.map((name) => ({ value: name, label: `{${name}}` }))} chosen={[]} onChoose={(name) => { change({ text: `${form.text}{${name}}` }); setInserted(inserted + 1) }} />
      </View>
      <Labelled id='template-actions' label={words.actions} error={problems.actions}>
        <Chips label={words.actions} choices={templateActions.map((value) => ({ value, label: complaintActions[value] }))} chosen={form.actions} onChoose={(one) => change({ actions: toggled(form.actions, one) })} />
      </Labelled>
      <Labelled id='template-kinds' label={words.kinds} hint={words.allHint} optional>
        <Chips label={words.kinds} choices={complaintKindList.map((value) => ({ value, label: complaintKinds[value] }))} chosen={form.kinds} onChoose={(one) => change({ kinds: toggled(form.kinds, one) })} />
      </Labelled>
      <Labelled id='template-states' label={words.states} hint={words.allHint} optional>
        <Chips label={words.states} choices={complaintStateList.map((value) => ({ value, label: complaintStates[value] }))} chosen={form.states} onChoose={(one) => change({ states: toggled(form.states, one) })} />
      </Labelled>
      <Field id='template-note' label={words.note} optional={frame.optional} placeholder={words.notePlaceholder} max={200} onInput={setNote} />
    </EntrySheet>
  )
}
