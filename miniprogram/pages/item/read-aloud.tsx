import { View } from '@tarojs/components'
import { useVoice } from '../../platform/speech'
import { useReading } from '../../state/use-reading'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import './read-aloud.scss'

const words = texts.item

/** Reads the guide aloud, with pause and stop; nothing where the device has no Chinese voice. `sentences` gives what is read. */
export function ReadAloud({ sentences }: { readonly sentences: () => readonly string[] }) {
  const there = useVoice()
  const { state, play, pause, stop } = useReading(sentences)
  if (!there) return null
  const under = state === 'reading' || state === 'paused'
  return (
    <View className='read-aloud' role='group' aria-label={words.readAloud}>
      {state === 'reading' ? <Button kind='plain' id='read-pause' onTap={pause}>{words.readPause}</Button> : null}
      {state === 'reading' ? null : <Button kind='plain' id='read-play' onTap={play}>{state === 'paused' ? words.readResume : words.readAloud}</Button>}
      {under ? <Button kind='plain' id='read-stop' onTap={stop}>{words.readStop}</Button> : null}
      <View className='read-aloud__state' role='status'>{state === 'failed' ? words.readFailed : state === 'paused' ? words.readPaused : ''}</View>
    </View>
  )
}
