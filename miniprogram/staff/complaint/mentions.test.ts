import { mentionsIn, offeredFor, withMention } from './mentions'

const offices = [{ id: 'network', name: '网络科' }, { id: 'approval', name: '审批科' }, { id: 'approval-2', name: '审批科二室' }]

test('the offices that a note names are those that are told; of two names the longer one is meant', () => {
  expect(mentionsIn('请 @审批科二室 和＠网络科 看一下', offices)).toEqual(['network', 'approval-2'])
  expect(mentionsIn('网络科说 a@b 没有', offices)).toEqual([])
})

test('while an @ is being written the offices that fit are offered, those that begin so first', () => {
  expect(offeredFor('请@', offices)).toHaveLength(3)
  expect(offeredFor('请@审', offices).map(({ id }) => id)).toEqual(['approval', 'approval-2'])
  expect(offeredFor('请@络', offices).map(({ id }) => id)).toEqual(['network'])
  expect(offeredFor('请@网络科', offices)).toEqual([])
  expect(offeredFor('请@网络科 看', offices)).toEqual([])
})

test('an office that is chosen completes what was begun, and stands at the end where nothing was', () => {
  expect(withMention('请@网', offices[0])).toBe('请@网络科 ')
  expect(withMention('请看', offices[0])).toBe('请看 @网络科 ')
  expect(mentionsIn(withMention('', offices[2]), offices)).toEqual(['approval-2'])
})
