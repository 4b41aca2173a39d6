import type { CitizenComplaint, CitizenEvent } from '@shared/complaints/complaint'
import { complaintStateList } from '@shared/complaints/states'
import { nowOf } from './now-of'

const event = (number: number, action: CitizenEvent['action'], text?: string, office?: string): CitizenEvent => ({
  number, at: '2026-11-23T01:00:00.000Z', action, state: 'accepted', by: 'centre', sentence: '', photos: [], ...(text ? { text } : {}), ...(office ? { office } : {}),
})
const it = (state: CitizenComplaint['state'], more: Partial<CitizenComplaint> = {}) => ({ state, actions: [], events: [event(1, 'submit')], ...more })

test('every state has a sentence of its own, in which no word of the office stands alone', () => {
  const titles = complaintStateList.filter((state) => state !== 'returned').map((state) => nowOf(it(state), undefined).title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/[。：]$/)
})

test('what the centre asks, answers or refuses stands with it, the last of them', () => {
  expect(nowOf(it('asked', { events: [event(1, 'submit'), event(2, 'ask', '哪一天？'), event(3, 'reply', '周一'), event(4, 'ask', '几点？')] }), undefined)).toMatchObject({ title: '我们想问您：', said: '几点？' })
  expect(nowOf(it('passed', { events: [event(2, 'pass', undefined, '社保科'), event(3, 'pass', undefined, '医保科')] }), undefined).title).toBe('医保科正在办。')
  expect(nowOf(it('declined', { events: [event(2, 'decline', '不属于本中心职责。')], actions: ['reopen'] }), undefined)).toEqual({ title: '这件事没有受理，原因是：', said: '不属于本中心职责。', next: ['问题没有解决，可以在下面要求重新办理。'] })
})

test('an answer asks to be rated; a bad rating says that somebody calls back, and then what they said', () => {
  const events = [event(2, 'answer', '已修好')]
  expect(nowOf(it('answered', { events, actions: ['rate', 'reopen'] }), undefined)).toEqual({ title: '给您的答复：', said: '已修好', next: ['满意不满意，请在下面评价。', '问题没有解决，可以在下面要求重新办理。'] })
  const bad = { rating: 'dissatisfied', actions: ['reopen'] } as const
  const rated = [...events, event(3, 'rate', '不满意。没修好')]
  expect(nowOf(it('answered', { events: rated, ...bad, actions: ['reopen'] }), undefined).title).toBe('您说不满意。另一位同事会再了解情况，给您一个说明。')
  expect(nowOf(it('closed', { events: [...rated, event(4, 'callBack', '周五换新的')], closedAs: 'rectified', ...bad, actions: ['reopen'] }), undefined)).toMatchObject({ title: '同事回访后的说明：', said: '周五换新的' })
  expect(nowOf(it('answered', { events: rated, rating: 'satisfied', actions: ['reopen'] }), undefined)).toEqual({ title: '谢谢您的评价。', said: '已修好', next: [] })
})

test('what was closed keeps its answer, though closing said nothing more', () => {
  const events = [event(2, 'answer', '字牌已降低'), event(3, 'close')]
  expect(nowOf(it('closed', { events, closedAs: 'rectified', actions: ['reopen'] }), undefined)).toMatchObject({ title: '办完了，已经整改。', said: '字牌已降低' })
})

test('who has had it taken up as often as they may reads what is left to do, and who withdrew reads nothing of it', () => {
  expect(nowOf(it('answered', { events: [event(2, 'answer', '已修好')] }), '0532-00000000').next).toEqual(['要求重新办理的次数用完了。还没有解决，请打找茬电话 0532-00000000，或再提一条。'])
  expect(nowOf(it('closed', { closedAs: 'withdrawn' }), '0532-00000000')).toEqual({ title: '您已经撤回，不再办理。', next: [] })
  expect(nowOf(it('closed', { closedAs: 'duplicate' }), undefined).next).toEqual([])
})
