import { passwordProblems } from './password-problems'

const good = { current: 'first-password', next: 'a-much-better-one', again: 'a-much-better-one' }

test('a new password that was typed twice the same may be sent', () => {
  expect(passwordProblems(good)).toEqual({})
})

test.each([
  ['the present one is missing', { current: '' }, { current: '请填写' }],
  ['the new one is too short', { next: 'short', again: 'short' }, { next: '至少 10 位' }],
  ['the new one is the present one', { next: good.current, again: good.current }, { next: '新密码不能和现在的密码相同' }],
  ['the two differ', { again: 'a-much-better-0ne' }, { again: '两遍填写的新密码不一致' }],
])('says it at the field when %s', (_, change, problems) => {
  expect(passwordProblems({ ...good, ...change })).toEqual(problems)
})
