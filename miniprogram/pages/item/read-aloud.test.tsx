/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ReadAloud } from './read-aloud'

interface Utterance { text: string; onend?: () => void; onerror?: () => void }

let queue: Utterance[]
const said: string[] = []

function browser(languages: readonly string[]) {
  queue = []
  said.length = 0
  Object.assign(window, {
    SpeechSynthesisUtterance: class { constructor(readonly text: string) {} },
    speechSynthesis: {
      getVoices: () => languages.map((lang) => ({ lang, localService: true })),
      speak: (utterance: Utterance) => {
        queue.push(utterance)
        said.push(utterance.text)
      },
      // As browsers do: what was cancelled says that it ended.
      cancel: () => queue.splice(0).forEach(({ onerror }) => onerror?.()),
      addEventListener: () => undefined, removeEventListener: () => undefined,
    },
  })
}

afterEach(cleanup)

const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const finish = () => act(async () => queue.shift()?.onend?.())
const show = () => render(<ReadAloud sentences={() => ['甲。', '乙。', '丙。']} />)

test('where the device has no Chinese voice there is no button', () => {
  browser(['en-US'])
  show()
  expect(screen.queryByRole('button')).toBeNull()
})

test('sentences are read one after the other, and at the end it can be read again', async () => {
  browser(['en-US', 'zh-CN'])
  show()
  await tap('读给我听')
  for (let sentence = 0; sentence < 3; sentence += 1) await finish()
  expect(said).toEqual(['甲。', '乙。', '丙。'])
  expect(screen.getByRole('button', { name: '读给我听' })).toBeTruthy()
})

test('after a pause it goes on with the sentence in which it was paused', async () => {
  browser(['zh-CN'])
  show()
  await tap('读给我听')
  await finish()
  await tap('暂停')
  await tap('继续读')
  expect(said).toEqual(['甲。', '乙。', '乙。'])
})

test('stopped, it is silent and begins anew', async () => {
  browser(['zh-CN'])
  show()
  await tap('读给我听')
  await finish()
  await tap('停止')
  expect(queue).toEqual([])
  await tap('读给我听')
  expect(said).toEqual(['甲。', '乙。', '甲。'])
})

test('a voice that fails says so, and can be tried again', async () => {
  browser(['zh-CN'])
  show()
  await tap('读给我听')
  await act(async () => queue.shift()?.onerror?.())
  expect(screen.getByText('没有读出来，请再试一次')).toBeTruthy()
  await tap('读给我听')
  expect(said).toEqual(['甲。', '甲。'])
})
