import * as v from 'valibot'
import { complaintLimits } from '@shared/complaints/limits'
import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { badgesOf, factsOf, placeOf } from './guide'

const bare: Item = {
  id: '1', name: '某事项', aliases: [], audience: [], conditions: [], materials: [], legalBasis: [], soleReview: false, associated: false, informCommit: false, outsideHours: false,
  sample: true, state: 'published', version: 1, updatedAt: '2026-11-23T00:00:00.000Z',
}
const centre: Centre = {
  id: '370214', name: '市民中心', shortName: '中心', sample: true, address: '某路', about: [], complaints: v.parse(complaintLimits, {}), offices: [{ id: 'o', name: '科' }], hours: [], places: [],
  floors: [{ id: '1f', name: '一层', facilities: [] }, { id: '3f', name: '三层', facilities: [] }],
  areas: [{ id: 'approval', name: '行政审批', floors: ['3f'], what: '审批', plan: [] }],
  windows: [{ id: 'g1', name: '综合 1 号', area: 'approval', floor: '3f', kind: 'general' }, { id: 'g2', name: '综合 2 号', area: 'approval', floor: '3f', kind: 'general' }, { id: 'z', name: '找茬', floor: '1f', kind: 'complaint' }],
  telephones: { desk: '1', complaint: '2', hotline: '3' },
}

test('an item of which only the name is known never shows an empty line', () => {
  for (const { words, missing } of factsOf(bare)) {
    expect(words).toBe('请向导办台咨询')
    expect(missing).toBe(true)
  }
})

test('the committed limit comes before the legal one', () => {
  expect(factsOf({ ...bare, committedLimit: 5, legalLimit: 20 })[0].words).toBe('承诺 5 个工作日，法定 20 个工作日')
})

test('an immediate item is done on the spot', () => {
  expect(factsOf({ ...bare, handling: '即办件', committedLimit: 0 })[0].words).toBe('当场办结')
})

test('no visit is good news, not a missing number', () => {
  expect(factsOf({ ...bare, visits: 0 })[2]).toEqual({ name: '要跑几次', words: '不用到现场', missing: false })
})

test('badges show what the item has and nothing else', () => {
  expect(badgesOf({ ...bare, soleReview: true, windowClass: '社会事务' }).map(({ name }) => name)).toEqual(['独任审核', '一窗受理'])
  expect(badgesOf(bare)).toEqual([])
})

test('a one-window item goes to any of the general windows', () => {
  expect(placeOf({ ...bare, area: 'approval', floor: '3f', windowClass: '社会事务' }, centre)).toMatchObject({ words: '三层 行政审批', floor: '3f', windows: '综合受理窗口（1–2 号任意一个）' })
})

test('without a floor of its own an item is on its area\'s first floor', () => {
  expect(placeOf({ ...bare, area: 'approval' }, centre).floor).toBe('3f')
})

test('an area that the centre does not have leaves the place open', () => {
  expect(placeOf({ ...bare, area: 'elsewhere' }, centre)).toEqual({ area: undefined, floor: undefined, words: undefined, windows: undefined })
})
