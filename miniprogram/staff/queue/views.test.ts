import { wholeQueue } from './filter'
import { commonViews, parseViews, withView, type View } from './views'

const view = (name: string): View => ({ name, filter: { ...wholeQueue, kind: 'pain' } })

test('everybody has their own cases, what is due today, what is overdue and unread additions; who belongs to an office but sees all has their office too', () => {
  expect(commonViews({ role: 'window' }).map(({ name }) => name)).toEqual(['全部待办', '我经手的', '今天到期', '已超期', '未读补充'])
  expect(commonViews({ role: 'chief', office: 'network' }).map(({ name }) => name)).toContain('我的科室')
  expect(commonViews({ role: 'office', office: 'network' }).map(({ name }) => name)).not.toContain('我的科室')
})

test('saving under a name that is there replaces it; an empty name saves nothing', () => {
  const one = withView([], view('痛点'))
  expect(withView(one, { name: ' 痛点 ', filter: wholeQueue })).toEqual([{ name: '痛点', filter: wholeQueue }])
  expect(withView(one, view('  '))).toBe(one)
})

test('a damaged or older store loses no view that can be read', () => {
  expect(parseViews([{ name: '甲', filter: { kind: 'pain', gone: 'x' } }, { name: 5 }, null])).toEqual([view('甲')])
  expect(parseViews('nonsense')).toBeUndefined()
})
