import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { chinaDay } from '@shared/calendar/calendar'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { routes } from '@shared/api/routes'
import { templatesFor } from '@shared/templates/template'
import { filled } from '@shared/templates/variables'
import { now } from '../../platform/clock'
import { toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { useShortcuts } from '../../platform/shortcuts'
import { useCentre } from '../../state/centre'
import { useKept } from '../../state/kept'
import { act as words } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { templates as texts } from '../../texts/staff/templates'
import { Button } from '../../ui/button'
import { Tappable } from '../../ui/tappable'
import { Sheet } from '../../ui/sheet'
import { Notice } from '../../ui/states'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import type { StaffAction } from './action-form'
import { readyPhrases, withPhrase } from './phrases'

/** Ready texts for one form. */
export interface PhrasesProps {
  readonly action: StaffAction
  readonly complaint: StaffComplaint
  /** What stands in the field. */
  readonly current: string
  readonly onChoose: (words: string) => void
}

/** Most templates that stand under the field, one tap away. */
const nearest = 3

/** The centre's templates with their variables filled in, and one's own phrases; what could not be filled in is named until it is gone. */
export function Phrases({ action, complaint, current, onChoose }: PhrasesProps) {
  const [open, setOpen] = useState(false)
  const phrases = useKept(readyPhrases)
  const { value: centre } = useCentre()
  const { value, problem } = useStaffLoaded('templates', () => call(routes.templates.list, {}))
  const from = centre ? { complaint, centre, action, today: chinaDay(now()) } : undefined
  const fitting = from ? templatesFor(value?.templates ?? [], action, complaint).map((it) => ({ ...it, ...filled(it.text, from) })) : []
  const left = from ? filled(current, from).left : []
  const keep = () => {
    const there = phrases.includes(current.trim())
    readyPhrases.change((before) => withPhrase(before, current))
    toast(there ? words.phraseThere : words.phraseKept)
  }
  const choose = (text: string) => {
    setOpen(false)
    onChoose(text)
  }
  useShortcuts([{ key: 'ctrl+/', whileTyping: true, run: () => setOpen(true) }])
  return (
    <>
      {left.length > 0 ? <Notice tone='warn'>{texts.left(left.map(({ mark, why }) => `${mark}（${why ?? texts.unknownMark}）`).join('、'))}</Notice> : null}
      <View className='button-row act__phrases'>
        {current.trim() === '' && fitting.length > 0 ? <Text className='quiet act__fill'>{texts.fill}</Text> : null}
        {current.trim() === '' ? fitting.slice(0, nearest).map(({ id, name, text }) => <Button key={id} kind='plain' onTap={() => choose(text)}>{name}</Button>) : null}
        <Button kind='text' onTap={() => setOpen(true)}>{texts.use}</Button>
        {current.trim() === '' ? null : <Button kind='text' onTap={keep}>{words.keepPhrase}</Button>}
      </View>
      <Sheet open={open} title={texts.use} closeLabel={frame.close} onClose={() => setOpen(false)}>
        <View className='phrase__title'>{texts.choose}</View>
        {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
        {value && fitting.length === 0 ? <View className='quiet'>{texts.noneHere}</View> : null}
        {fitting.map(({ id, name, text, left: missing }) => (
          <Tappable key={id} className='phrase phrase--template' onTap={() => choose(text)}>
            <View className='phrase__name'>{name}</View>
            <View>{text}</View>
            {missing.length > 0 ? <View className='wrong'>{texts.left(missing.map(({ mark }) => mark).join('、'))}</View> : null}
          </Tappable>
        ))}
        <View className='phrase__title'>{texts.mine}</View>
        <View className='quiet'>{phrases.length > 0 ? words.phrasesDetail : words.phrasesEmpty}</View>
        {phrases.map((phrase) => (
          <View key={phrase} className='phrase'>
            <Tappable className='phrase__words' onTap={() => choose(phrase)}>{phrase}</Tappable>
            <Button kind='text' label={`${words.removePhrase}：${phrase}`} onTap={() => readyPhrases.change((before) => before.filter((one) => one !== phrase))}>{words.removePhrase}</Button>
          </View>
        ))}
      </Sheet>
    </>
  )
}
