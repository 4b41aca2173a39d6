import fc from 'fast-check'
import { channelList, closingList, ratingList } from './codes'
import { figuresOf, groupsOf, lastMonths, measureList, measuresOf, median, monthOf, wholeOf, type CaseFacts, type Measure } from './figures'
import { complaintKindList } from './kinds'
import { complaintStateList } from './states'

const today = '2026-11-23'
const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  id: '0123456789abcdefghjk', version: 1, kind: 'pain', state: 'accepted', channel: 'app', submittedAt: '2026-11-02T02:00:00.000Z', reopens: 0, ...more,
})
const is = (more: Partial<CaseFacts>, measure: Measure) => measuresOf(facts(more), today)[measure]

test.each<[string, Partial<CaseFacts>, Measure, boolean]>([
  ['an answer on the last day is in time', { answeredAt: '2026-11-09T15:59:59.000Z', answerDue: '2026-11-09' }, 'inTime', true],
  ['an answer a second after midnight in China is not', { answeredAt: '2026-11-09T16:00:00.000Z', answerDue: '2026-11-09' }, 'inTime', false],
  ['an answer whose day nobody knows is not called in time', { answeredAt: '2026-11-09T01:00:00.000Z', answerDue: 'unknown' }, 'inTime', false],
  ['who has not been answered in time counts as due', { answerDue: '2026-11-20' }, 'due', true],
  ['on the last day it is not late yet', { answerDue: today }, 'due', false],
  ['while the citizen is waited for the centre is not late', { answerDue: '2026-11-20', state: 'asked' }, 'due', false],
  ['what was withdrawn before an answer was never late', { answerDue: '2026-11-20', state: 'closed', closedAs: 'withdrawn' }, 'due', false],
  ['what has an answer counts as due, also when the answer came early', { answeredAt: '2026-11-03T01:00:00.000Z', answerDue: '2026-11-09' }, 'due', true],
  ['fair is satisfied', { rating: 'fair' }, 'satisfied', true],
  ['dissatisfied is rated', { rating: 'dissatisfied' }, 'rated', true],
  ['dissatisfied is not satisfied', { rating: 'dissatisfied' }, 'satisfied', false],
  ['taken up again twice is one complaint taken up again', { reopens: 2 }, 'reopened', true],
])('%s', (_, more, measure, expected) => expect(is(more, measure)).toBe(expected))

test('the month is that of China: the last evening of October in London is November', () => {
  expect(monthOf({ submittedAt: '2026-10-31T15:59:59.999Z' })).toBe('2026-10')
  expect(monthOf({ submittedAt: '2026-10-31T16:00:00.000Z' })).toBe('2026-11')
})

test('the last months go over the turn of the year', () => expect(lastMonths('2027-02-03', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']))

test('the median is a number of days that some complaint took, with as many not above it as not below it', () => {
  expect(median([])).toBeUndefined()
  fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 1 }), (days) => {
    const middle = median(days) as number
    expect(days).toContain(middle)
    expect(days.filter((it) => it < middle).length).toBeLessThanOrEqual(days.length / 2)
    expect(days.filter((it) => it > middle).length).toBeLessThanOrEqual(days.length / 2)
  }))
})

const anInstant = fc.integer({ min: Date.parse('2026-06-01'), max: Date.parse('2026-11-23') }).map((ms) => new Date(ms).toISOString())
const aDay = fc.oneof(anInstant.map((it) => it.slice(0, 10)), fc.constant('unknown' as const))
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined })
const anyFacts = fc.record({
  id: fc.constant('0123456789abcdefghjk'), version: fc.constant(1), kind: fc.constantFrom(...complaintKindList), state: fc.constantFrom(...complaintStateList),
  channel: fc.constantFrom(...channelList), office: maybe(fc.constantFrom('approval', 'network')), submittedAt: anInstant, acceptedAt: maybe(anInstant), answeredAt: maybe(anInstant),
  answerDue: maybe(aDay), answerDays: maybe(fc.nat(40)), rectifiedAt: maybe(anInstant), closedAs: maybe(fc.constantFrom(...closingList)),
  rating: maybe(fc.constantFrom(...ratingList)), reopens: fc.nat(3),
}) as fc.Arbitrary<CaseFacts>

test('the counts are those of whoever counts by hand, one measure after the other', () => {
  const chinese = (at: string) => new Date(Date.parse(at) + 28_800_000).toISOString().slice(0, 10)
  const settled = ['asked', 'answered', 'closed', 'declined']
  fc.assert(fc.property(fc.array(anyFacts, { maxLength: 60 }), (cases) => {
    const { counts } = figuresOf(cases, today)
    const dated = cases.filter((it) => it.answerDue !== undefined && it.answerDue !== 'unknown')
    expect(counts).toEqual({
      received: cases.length,
      accepted: cases.filter((it) => it.acceptedAt).length,
      due: cases.filter((it) => it.answeredAt).length + dated.filter((it) => !it.answeredAt && (it.answerDue as string) < today && !settled.includes(it.state)).length,
      answered: cases.filter((it) => it.answeredAt).length,
      inTime: dated.filter((it) => it.answeredAt && chinese(it.answeredAt) <= (it.answerDue as string)).length,
      rectified: cases.filter((it) => it.rectifiedAt).length,
      rated: cases.filter((it) => it.rating).length,
      satisfied: cases.filter((it) => ['verySatisfied', 'satisfied', 'fair'].includes(it.rating ?? '')).length,
      reopened: cases.filter((it) => it.reopens >= 1).length,
    })
  }))
})

test('groups add up to the whole, in whichever order the complaints come, and a part is never more than what it is a part of', () => {
  fc.assert(fc.property(fc.array(anyFacts, { maxLength: 40 }), (cases) => {
    const whole = figuresOf(cases, today)
    for (const key of [monthOf, ({ kind }: CaseFacts) => kind, ({ office }: CaseFacts) => office ?? 'none']) {
      const figuresBy = (some: readonly CaseFacts[]) => new Map([...groupsOf<string>(some, key)].map(([name, group]) => [name, figuresOf(group, today)]))
      const groups = figuresBy(cases)
      for (const measure of measureList) expect([...groups.values()].reduce((sum, it) => sum + it.counts[measure], 0)).toBe(whole.counts[measure])
      expect(new Map([...figuresBy([...cases].reverse())].sort())).toEqual(new Map([...groups].sort()))
      for (const { counts } of groups.values()) for (const [part, of] of Object.entries(wholeOf)) expect(counts[part as Measure]).toBeLessThanOrEqual(counts[of])
    }
  }))
})
