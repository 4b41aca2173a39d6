import { View } from '@tarojs/components'
import type { AskedComplaint } from '@shared/complaints/complaint'
import { cut } from '@shared/text/cut'
import { dueSentence } from '../../complaints/due-sentence'
import { now } from '../../platform/clock'
import { open } from '../../platform/navigate'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import './asked-cards.scss'

const words = texts.complaint

/** Longest beginning of a question, and of what was said, on a card; all of it stands on the case. */
const most = { question: 120, text: 30 }

/** Above all else in the list: what the centre asks of the citizen and by when, each with the way to answer. Nothing when nothing is asked. */
export function AskedCards({ complaints }: { readonly complaints: readonly AskedComplaint[] }) {
  return (
    <>
      {complaints.map(({ id, receipt, text, question, due, left }) => {
        const by = dueSentence({ state: 'asked', due, left }, now())
        return (
          <View key={id} className='asked'>
            <Card title={words.askedTitle}>
              {question ? <View className='asked__question'>{`${words.now.asked}${cut(question, most.question)}`}</View> : null}
              {by ? <View className='asked__due'>{by}</View> : null}
              <View className='asked__about'>
                <View>{words.askedAbout(cut(text, most.text))}</View>
                <View>{words.askedNumber(receipt)}</View>
              </View>
              <Button wide label={`${words.askedGo}：${cut(text, most.text)}`} onTap={() => void open('pages/complaint/index', { id })}>{words.askedGo}</Button>
            </Card>
          </View>
        )
      })}
    </>
  )
}
