import Taro from '@tarojs/taro'
import { speechPlugin } from './config'
import type { Reading, ReadingListener } from './speech'

/** The part of WeChat's speech plugin (微信同声传译) that is used; a sentence of at most 1,000 bytes becomes the address of a sound. */
interface SpeechPlugin {
  readonly textToSpeech: (options: { lang: 'zh_CN'; tts: true; content: string; success: (answer: { filename: string }) => void; fail: () => void }) => void
}

declare const requirePlugin: (name: string) => SpeechPlugin

/** The plugin's limit is 1,000 bytes, 3 for a Chinese character. */
const longest = 300

/** Whether this build has the plugin: a mini-program must have it granted, see docs/accessibility.md. */
export const useVoice = (): boolean => speechPlugin !== ''

/** Reads sentences aloud, one after the other. */
export function readAloud(sentences: readonly string[], { onEnd, onFail }: ReadingListener): Reading {
  const audio = Taro.createInnerAudioContext()
  let at = 0
  let stopped = false
  let paused = false
  const stop = () => {
    if (stopped) return
    stopped = true
    audio.destroy()
  }
  const fail = () => {
    if (stopped) return
    stop()
    onFail()
  }
  const say = () => {
    const sentence = sentences[at]
    if (sentence === undefined) {
      stop()
      return onEnd()
    }
    requirePlugin('WechatSI').textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content: sentence.slice(0, longest),
      success: ({ filename }) => {
        if (stopped) return
        audio.src = filename
        if (!paused) audio.play()
      },
      fail,
    })
  }
  audio.onEnded(() => {
    at += 1
    if (!stopped) say()
  })
  audio.onError(fail)
  say()
  return {
    pause: () => {
      paused = true
      audio.pause()
    },
    resume: () => {
      paused = false
      audio.play()
    },
    stop,
  }
}
