import { useState } from 'react'
import { View } from '@tarojs/components'
import { toast } from '../../platform/feedback'
import { useKept } from '../../state/kept'
import { act as words } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Tappable } from '../../ui/tappable'
import { Sheet } from '../../ui/sheet'
import { readyPhrases, withPhrase } from './phrases'

/** Ready phrases: choose one, keep the present text as one, remove one. */
export function Phrases({ current, onChoose }: { readonly current: string; readonly onChoose: (phrase: string) => void }) {
  const [open, setOpen] = useState(false)
  const phrases = useKept(readyPhrases)
  const keep = () => {
    const there = phrases.includes(current.trim())
    readyPhrases.change((before) => withPhrase(before, current))
    toast(there ? words.phraseThere : words.phraseKept)
  }
  return (
    <View className='button-row act__phrases'>
      <Button kind='text' onTap={() => setOpen(true)}>{words.phrases}</Button>
      <Button kind='text' disabled={!current.trim()} onTap={keep}>{words.keepPhrase}</Button>
      <Sheet open={open} title={words.phrasesTitle} closeLabel={frame.close} onClose={() => setOpen(false)}>
        <View className='quiet'>{phrases.length > 0 ? words.phrasesDetail : words.phrasesEmpty}</View>
        {phrases.map((phrase) => (
          <View key={phrase} className='phrase'>
            <Tappable className='phrase__words' onTap={() => { setOpen(false); onChoose(phrase) }}>{phrase}</Tappable>
            <Button kind='text' label={`${words.removePhrase}：${phrase}`} onTap={() => readyPhrases.change((before) => before.filter((one) => one !== phrase))}>{words.removePhrase}</Button>
          </View>
        ))}
      </Sheet>
    </View>
  )
}
