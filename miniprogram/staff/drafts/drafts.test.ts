import { parseDrafts, withDraft, type Drafts } from './drafts'

const now = Date.parse('2026-11-23T08:00:00.000Z')
const day = 86_400_000

test('what is typed for one complaint stays apart from another\'s and from another action\'s', () => {
  let drafts: Drafts = withDraft({}, 'me/complaint/a/answer', '您好，', now)
  drafts = withDraft(drafts, 'me/complaint/a/note', '已电话联系', now + 1)
  drafts = withDraft(drafts, 'me/complaint/b/answer', '经核实，', now + 2)
  expect(drafts['me/complaint/a/answer'].text).toBe('您好，')
  expect(drafts['me/complaint/a/note'].text).toBe('已电话联系')
  expect(drafts['me/complaint/b/answer'].text).toBe('经核实，')
})

test('sending or emptying a form forgets its draft only', () => {
  const drafts = withDraft(withDraft({}, 'a', '一', now), 'b', '二', now)
  expect(Object.keys(withDraft(drafts, 'a', '  ', now))).toEqual(['b'])
})

test('drafts of more than 60 days go, and never more than 200 are kept', () => {
  let drafts: Drafts = withDraft({}, 'old', '旧', now - 61 * day)
  for (let i = 0; i < 210; i += 1) drafts = withDraft(drafts, `d${i}`, '文', now + i)
  expect(drafts.old).toBeUndefined()
  expect(Object.keys(drafts)).toHaveLength(200)
  expect(drafts.d209.text).toBe('文')
})

test('damaged storage costs only what is damaged', () => {
  expect(parseDrafts({ good: { text: '答', at: 1 }, bad: { text: 5, at: 1 }, worse: null })).toEqual({ good: { text: '答', at: 1 } })
  expect(parseDrafts('nonsense')).toBeUndefined()
})
