import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { ownNumbers } from '@shared/centre/centre'
import { maxText, type StaffComplaint } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { findPersonalData, maskPersonalData, namedFinding, withoutFinding, type Finding } from '@shared/complaints/personal-data'
import { useCentre } from '../../state/centre'
import { act as words } from '../../texts/staff/complaints'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Checklist } from '../../ui/checklist'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/states'
import { lastAnswer, lastResult, type ActionValues } from './action-form'
import { ChosenSides, PublicPhotos, publishable, type ChosenPhotos } from './public-photos'

/** Question and answer as the public will read them. */
export interface PublishFieldsProps {
  readonly complaint: StaffComplaint
  readonly problemAt: (field: string) => string | undefined
  /** What was typed here before and not sent. */
  readonly drafted: Readonly<Record<string, string>>
  readonly onTyped: (typed: Readonly<Record<string, string>>) => void
  readonly confirmed: boolean
  readonly onConfirm: (on: boolean) => void
  readonly onChange: (values: Partial<ActionValues>) => void
}

const box = 'no-personal-data'
const around = 8
type Part = 'question' | 'answer' | 'result'

/** A finding with what stands around it, so that it can be judged. */
const inContext = (text: string, { start, end }: Finding) =>
  `${start > around ? '…' : ''}${text.slice(Math.max(0, start - around), end + around)}${end + around < text.length ? '…' : ''}`.replace(/\s+/g, ' ')

/** Begins with the texts without what is surely personal, asks about each place that may be, shows the result, and asks that a person has read it. */
export function PublishFields({ complaint, problemAt, drafted, onTyped, confirmed, onConfirm, onChange }: PublishFieldsProps) {
  const { value: centre } = useCentre()
  const known = {
    citizen: [complaint.name],
    open: centre ? ownNumbers(centre) : [],
  }
  const [texts, setTexts] = useState(() => {
    const { question, answer, result } = complaint.publicText ?? { question: maskPersonalData(complaint.text, known), answer: maskPersonalData(lastAnswer(complaint), known), result: maskPersonalData(lastResult(complaint), known) }
    // Words for an answer that has been replaced since are of no use.
    const kept = drafted.basis === lastAnswer(complaint) ? drafted : {}
    return { question: kept.question ?? question, answer: kept.answer ?? answer, result: kept.result ?? result ?? '' }
  })
  const [photos, setPhotos] = useState<ChosenPhotos>(() => {
    const possible = publishable(complaint).map(({ id }) => id)
    const still = (ids: readonly string[] = []) => ids.filter((id) => possible.includes(id))
    return { before: still(complaint.publicText?.before), after: still(complaint.publicText?.after) }
  })
  const [harmless, setHarmless] = useState<readonly string[]>([])
  // Fields are not controlled: a text that a button has changed comes into them as new fields.
  const [round, setRound] = useState(0)
  useEffect(() => onChange({ ...texts, ...photos, harmless }), [texts, photos, harmless]) // eslint-disable-line react-hooks/exhaustive-deps -- what is on screen is what will be sent
  const change = (more: Partial<typeof texts>) => {
    setTexts({ ...texts, ...more })
    onTyped({ ...more, basis: lastAnswer(complaint) })
    if (confirmed) onConfirm(false)
  }
  const takeOut = (part: Part, finding: Finding) => {
    change({ [part]: withoutFinding(texts[part], finding) })
    setRound(round + 1)
  }
  const found = (['question', 'answer', 'result'] as const).flatMap((part) => findPersonalData(texts[part], known).map((finding) => ({ part, finding })))
  const sure = found.filter(({ finding }) => finding.sure)
  const doubtful = found.filter(({ finding }) => !finding.sure)
  return (
    <View>
      <Field key={`question-${round}`} id='act-question' label={words.question} hint={words.publishHint} multiline max={maxText} initial={texts.question} error={problemAt('question')} onInput={(question) => change({ question })} />
      <Field key={`answer-${round}`} id='act-answer' label={words.answer} multiline max={maxText} initial={texts.answer} error={problemAt('answer')} onInput={(answer) => change({ answer })} />
      <Field key={`result-${round}`} id='act-result' label={words.result} hint={words.resultHint} multiline max={maxText} initial={texts.result} error={problemAt('result')} onInput={(result) => change({ result })} />
      <PublicPhotos complaint={complaint} chosen={photos} error={problemAt('before') ?? problemAt('after')} onChange={(chosen) => { setPhotos(chosen); if (confirmed) onConfirm(false) }} />
      {sure.length > 0 ? <Notice tone='bad'>{words.left(sure.map(({ finding }) => namedFinding(finding)).join('、'))}</Notice> : null}
      {doubtful.length > 0 ? (
        <View className='act__doubts' role='group' aria-label={words.doubtful}>
          <View className='act__doubts-title'>{words.doubtful}</View>
          {doubtful.map(({ part, finding }) => {
            const kept = harmless.includes(finding.words)
            return (
              <View key={`${part} ${finding.start}`} className='act__doubt'>
                <View>{namedFinding(finding)}</View>
                <View className='quiet'>{inContext(texts[part], finding)}</View>
                <View className='button-row'>
                  <Button kind='plain' label={`${words.takeOut} ${finding.words}`} onTap={() => takeOut(part, finding)}>{words.takeOut}</Button>
                  <Button kind='text' label={`${kept ? words.keptHarmless : words.keepHarmless} ${finding.words}`} onTap={() => setHarmless(kept ? harmless.filter((it) => it !== finding.words) : [...harmless, finding.words])}>
                    {kept ? words.keptHarmless : words.keepHarmless}
                  </Button>
                </View>
              </View>
            )
          })}
        </View>
      ) : null}
      <View className='act__reads'>
        <View className='quiet'>{words.preview}</View>
        <View><Badge>{complaintKinds[complaint.kind]}</Badge></View>
        <View className='act__sentence'>{texts.question}</View>
        <View className='act__sentence act__sentence--answer'>{texts.answer}</View>
        {texts.result ? <View className='act__sentence act__sentence--answer'>{`${words.result}：${texts.result}`}</View> : null}
        <ChosenSides complaint={complaint} chosen={photos} />
      </View>
      <Checklist label={words.publishCheck} entries={[{ id: box, title: words.publishCheck }]} ticked={confirmed ? [box] : []} onToggle={() => onConfirm(!confirmed)} />
    </View>
  )
}
