import fc from 'fast-check'
import { complaintStates } from '@shared/complaints/states'
import { progressData } from './subscribe'

const news = { receipt: 'ZC-20261123-0007', at: '2026-11-23T16:05:00.000Z', stateName: '已答复', text: '答复：谢谢您' }

test('the time is China\'s, written as WeChat takes it', () => {
  expect(progressData(news).time4).toBe('2026年11月24日 00:05')
})

test('no value is longer than WeChat allows, whatever was written', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.constantFrom(...Object.values(complaintStates)), (text, stateName) => {
    const { thing3 = '', phrase2 = '', character_string1 = '' } = progressData({ ...news, text, stateName })
    expect(Array.from(thing3).length).toBeLessThanOrEqual(20)
    expect(thing3.length).toBeGreaterThan(0)
    expect(phrase2).toBe(stateName)
    expect(character_string1.length).toBeLessThanOrEqual(32)
  }))
})
