import { dueSentence } from './due-sentence'

const now = Date.parse('2026-11-23T02:00:00.000Z')

test.each([
  [{ state: 'submitted', due: '2026-11-24', left: 1 }, '最晚11月24日受理，还有 1 个工作日。'],
  [{ state: 'investigating', due: '2026-11-30', left: 5 }, '最晚11月30日答复，还有 5 个工作日。'],
  [{ state: 'rectifying', due: '2026-11-23', left: 0 }, '最晚今天整改完成。'],
  [{ state: 'accepted', due: '2026-11-20', left: -1 }, '应于11月20日答复，已经超期，我们在督促办理。'],
  [{ state: 'asked', due: '2026-12-07', left: 10 }, '最晚12月7日补充，还有 10 个工作日。这段时间不计入办理期限。'],
  [{ state: 'asked', due: '2026-11-23', left: 0 }, '最晚今天补充。这段时间不计入办理期限。'],
  [{ state: 'asked', due: '2026-12-07' }, '最晚12月7日补充。这段时间不计入办理期限。'],
  [{ state: 'asked', due: '2026-11-20', left: -1 }, '应于11月20日前补充，已经过了。现在还可以补充，请尽快。'],
] as const)('the citizen reads by when what is done: %j', (it, sentence) => {
  expect(dueSentence(it, now)).toBe(sentence)
})

test('nothing is promised when no day is known, or nothing is owed any more', () => {
  expect(dueSentence({ state: 'accepted', due: 'unknown' }, now)).toBeUndefined()
  expect(dueSentence({ state: 'answered', due: undefined }, now)).toBeUndefined()
})
