import * as v from 'valibot'
import { staffActBody } from '../complaints/acts'
import type { StaffEvent } from '../complaints/complaint'
import { filled, unknownMarks, variableNames, type FilledFrom } from './variables'

const event = (number: number, action: StaffEvent['action'], at: string) => ({ number, action, at }) as StaffEvent
const from = (more: Partial<FilledFrom['complaint']> = {}, action: FilledFrom['action'] = 'answer'): FilledFrom => ({
  complaint: { receipt: 'ZC-20261123-0007', kind: 'pain', submittedAt: '2026-11-22T17:00:00.000Z', events: [], ...more },
  centre: { name: '市民中心', offices: [{ id: 'network', name: '网络科' }], telephones: { desk: '1', complaint: '2', hotline: '12345' } },
  action, today: '2026-11-24',
})

test('variables are filled from the complaint, days as people write them and by China\'s calendar', () => {
  expect(filled('{受理编号}，{类别}，{提交日期}由｛科室｝办', from({ office: 'network' }))).toEqual({ text: 'ZC-20261123-0007，痛点，2026年11月23日由网络科办', left: [] })
})

test('a variable that is empty now stays as it is written, is named once, and says why', () => {
  expect(filled('{科室}、{科室}于{办结日期}办结', from())).toEqual({
    text: '{科室}、{科室}于{办结日期}办结', left: [{ mark: '{科室}', why: '还没有转办给科室' }, { mark: '{办结日期}', why: '还没有办结' }],
  })
})

test('the day of closing is today while it is being closed, and afterwards the day of the last closing', () => {
  expect(filled('{办结日期}', from({}, 'close')).text).toBe('2026年11月24日')
  const events = [event(4, 'close', '2026-11-20T01:00:00.000Z'), event(9, 'close', '2026-11-21T18:00:00.000Z')]
  expect(filled('{办结日期}', from({ events })).text).toBe('2026年11月22日')
})

test('a name that nothing is known of is told, also one that every object has', () => {
  expect(unknownMarks('{受理编号}{天气}{toString}｛ 科室 ｝')).toEqual(['{天气}', '{toString}'])
  expect(filled('{天气}', from()).left).toEqual([{ mark: '{天气}' }])
})

test('every variable is either filled in or says why not', () => {
  for (const name of variableNames) {
    const { text, left } = filled(`{${name}}`, from())
    if (left.length > 0) expect(left[0].why).toBeTruthy()
    else expect(text).not.toMatch(/[{}]/)
  }
})

test.each(['answer', 'ask', 'rectify', 'callBack', 'reopen'] as const)('nothing with braces left is ever sent to a citizen: %s', (action) => {
  const send = (text: string) => v.safeParse(staffActBody, { action, expectedVersion: 1, text })
  expect(send('已于{办结日期}办结').success).toBe(false)
  expect(send('已于｛办结日期｝办结').issues?.[0].message).toContain('｛办结日期｝')
  expect(send('已办结 {}').success).toBe(true)
  expect(v.safeParse(staffActBody, { action: 'note', expectedVersion: 1, text: '模板里的 {科室} 没填' }).success).toBe(true)
})
