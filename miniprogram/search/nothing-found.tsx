import { memo, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { centre as centreId } from '../platform/config'
import { call as callNumber } from '../platform/device'
import { call } from '../platform/request'
import { open } from '../platform/navigate'
import { problemOf } from '../state/problem'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Row } from '../ui/row'
import { Notice } from '../ui/states'

const words = texts.search

/** Milliseconds after which the form comes: it is heavy to draw, stands below everything else, and answers to one letter may be gone with the next. */
const formAfter = 200

/** Ways on when a question found nothing, or nothing sure: the desk, the telephone, telling the centre what one sought (`question` gives what was asked, when it is sent). Never a dead end. */
export const WaysOn = memo(function WaysOn({ question, centre }: { readonly question: () => string; readonly centre: Centre | undefined }) {
  const [form, setForm] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setForm(true), formAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <Card flush>
        <Row title={words.askDesk(words.desk)} detail={words.deskDetail} onTap={() => void open('pages/hall/index')} />
        {centre ? <Row title={words.callDesk(centre.telephones.desk)} detail={words.callDetail} onTap={() => void callNumber(centre.telephones.desk)} /> : null}
      </Card>
      <View className='ways-on__form'>{form ? <TellWhatYouSought question={question} /> : null}</View>
    </>
  )
})

function TellWhatYouSought({ question }: { readonly question: () => string }) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'writing' | 'sending' | 'sent'>('writing')
  const [problem, setProblem] = useState('')
  const send = async () => {
    setState('sending')
    setProblem('')
    try {
      await call(routes.search.sought, { params: { centre: centreId }, body: { question: question().slice(0, 200), sought: text.trim() } })
      setState('sent')
    } catch (error) {
      setProblem(problemOf(error).message)
      setState('writing')
    }
  }
  if (state === 'sent') return <Notice tone='good'>{words.soughtSent}</Notice>
  return (
    <Card>
      <Field id='sought' label={words.sought} hint={words.soughtDetail} placeholder={words.soughtPlaceholder} max={200} error={problem} onInput={setText} onConfirm={() => void send()} />
      <View><Button disabled={!text.trim()} busy={state === 'sending'} onTap={() => void send()}>{words.soughtSend}</Button></View>
    </Card>
  )
}
