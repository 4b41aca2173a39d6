import type { CitizenEvent } from '@shared/complaints/complaint'
import { timelineOf } from './timeline-of'

const event = (number: number, action: CitizenEvent['action'], text?: string): CitizenEvent => ({
  number, at: '2026-11-23T01:00:00.000Z', action, state: 'accepted', by: 'centre', sentence: `句子${number}`, photos: [], ...(text ? { text } : {}),
})
const now = Date.parse('2026-11-23T02:00:00.000Z')

test('the newest stands first, and the first event does not repeat the complaint', () => {
  const [answer, submitted] = timelineOf([event(1, 'submit', '排队太久'), event(2, 'answer', '已增开窗口')], now)
  expect(answer).toMatchObject({ title: '句子2', body: '已增开窗口', tone: 'good', when: '今天 09:00' })
  expect(submitted).toMatchObject({ title: '已提交' })
  expect(submitted.body).toBeUndefined()
})

test('a question from the centre stands out', () => {
  expect(timelineOf([event(1, 'ask', '哪个窗口？')], now)[0].tone).toBe('warn')
})

test('the office that it went to is named', () => {
  expect(timelineOf([{ ...event(1, 'pass'), office: '网络科' }], now)[0].body).toBe('网络科')
})
