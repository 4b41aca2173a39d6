import Taro from '@tarojs/taro'
import { readAloud } from './speech.weapp'

type Asked = { content: string; success: (answer: { filename: string }) => void; fail: () => void }

function wechat() {
  const asked: Asked[] = []
  const played: string[] = []
  let ended: () => void = () => undefined
  const audio = {
    src: '',
    play: () => played.push(audio.src),
    pause: () => played.push('pause'),
    destroy: () => played.push('destroy'),
    onEnded: (listener: () => void) => { ended = listener },
    onError: () => undefined,
  }
  Object.assign(Taro, { createInnerAudioContext: () => audio })
  Object.assign(globalThis, { requirePlugin: () => ({ textToSpeech: (options: Asked) => asked.push(options) }) })
  return { asked, played, answer: () => asked[asked.length - 1]?.success({ filename: `${asked.length}.mp3` }), end: () => ended() }
}

const listener = () => ({ onEnd: jest.fn(), onFail: jest.fn() })

test('in WeChat sentences become sounds one after the other, none longer than the plugin takes', () => {
  const { asked, played, answer, end } = wechat()
  const heard = listener()
  readAloud(['甲'.repeat(400), '乙'], heard)
  answer()
  end()
  answer()
  end()
  expect(asked.map(({ content }) => content.length)).toEqual([300, 1])
  expect(played).toEqual(['1.mp3', '2.mp3', 'destroy'])
  expect(heard.onEnd).toHaveBeenCalledTimes(1)
})

test('paused before the sound has come, it does not begin by itself', () => {
  const { played, answer } = wechat()
  const reading = readAloud(['甲'], listener())
  reading.pause()
  answer()
  expect(played).toEqual(['pause'])
  reading.resume()
  expect(played).toEqual(['pause', '1.mp3'])
})

test('a plugin that fails says so once, and a sound that comes after stopping is not played', () => {
  const { asked, played, answer } = wechat()
  const heard = listener()
  readAloud(['甲'], heard)
  asked[0]?.fail()
  expect(heard.onFail).toHaveBeenCalledTimes(1)
  readAloud(['甲'], heard).stop()
  answer()
  expect(played).toEqual(['destroy', 'destroy'])
})
