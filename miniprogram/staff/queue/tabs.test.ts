import { complaintStateList } from '@shared/complaints/states'
import { queueTabs } from './tabs'

test('every state has a tab, and open ones are counted together', () => {
  const tabs = queueTabs([{ state: 'submitted', count: 12 }, { state: 'passed', count: 5 }, { state: 'answered', count: 3 }])
  expect(tabs[0]).toEqual({ value: 'open', label: '待办', count: 17 })
  expect(new Set(tabs.slice(1).map(({ value }) => value))).toEqual(new Set(complaintStateList))
  expect(tabs.find(({ value }) => value === 'accepted')?.count).toBe(0)
  expect(tabs.find(({ value }) => value === 'closed')?.count).toBeUndefined()
})

test('before the counts are there no tab claims a number', () => {
  expect(queueTabs(undefined).every(({ count }) => count === undefined)).toBe(true)
})
