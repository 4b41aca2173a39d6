import { parseDrafts, withDraft, type Drafts } from './drafts'

const now = Date.parse('2026-11-23T08:00:00.000Z')
const day = 86_400_000

test('what is typed for one complaint stays apart from another\'s and from another action\'s', () => {
  let drafts: Drafts = withDraft({}, 'me/complaint/a/answer', { text: '您好，' }, now)
  drafts = withDraft(drafts, 'me/complaint/a/note', { text: '已电话联系' }, now + 1)
  drafts = withDraft(drafts, 'me/complaint/b/answer', { text: '经核实，' }, now + 2)
  expect(drafts['me/complaint/a/answer'].text).toBe('您好，')
  expect(drafts['me/complaint/a/note'].text).toBe('已电话联系')
  expect(drafts['me/complaint/b/answer'].text).toBe('经核实，')
})

test('sending or emptying a form forgets its draft only', () => {
  const drafts = withDraft(withDraft({}, 'a', { text: '一' }, now), 'b', { text: '二' }, now)
  expect(Object.keys(withDraft(drafts, 'a', { text: '  ' }, now))).toEqual(['b'])
})

test('drafts of more than 60 days go, and never more than 200 are kept', () => {
  let drafts: Drafts = withDraft({}, 'old', { text: '旧' }, now - 61 * day)
  for (let i = 0; i < 210; i += 1) drafts = withDraft(drafts, `d${i}`, { text: '文' }, now + i)
  expect(drafts.old).toBeUndefined()
  expect(Object.keys(drafts)).toHaveLength(200)
  expect(drafts.d209.text).toBe('文')
})

test('damaged storage costs only what is damaged', () => {
  expect(parseDrafts({ good: { text: '答', at: 1 }, bad: { text: 5, at: 1 }, worse: null })).toEqual({ good: { text: '答', at: 1 } })
  expect(parseDrafts('nonsense')).toBeUndefined()
})

test('photos and other fields stay with a draft while its text changes, and are reason enough to keep it', () => {
  let drafts = withDraft({}, 'a', { text: '已换', fields: { day: '2026-12-01' }, photos: [{ id: 'p', at: now }] }, now)
  drafts = withDraft(drafts, 'a', { text: '' }, now + 1)
  expect(drafts.a).toEqual({ text: '', fields: { day: '2026-12-01' }, photos: [{ id: 'p', at: now }], at: now + 1 })
  drafts = withDraft(drafts, 'a', { photos: [] }, now + 2)
  expect(drafts.a).toMatchObject({ fields: { day: '2026-12-01' } })
  expect(withDraft(drafts, 'a', { fields: { day: ' ' } }, now + 3)).toEqual({})
})

test('what was stored comes back without addresses of photos, which are dead after the page was loaded anew', () => {
  expect(parseDrafts({ a: { text: '', at: 1, fields: { by: '会议', wrong: 3 }, photos: [{ id: 'p', at: 1, address: 'blob:x' }, { id: 5 }] } }))
    .toEqual({ a: { text: '', at: 1, fields: { by: '会议' }, photos: [{ id: 'p', at: 1 }] } })
})
