import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { centre as centreSchema } from '../centre/centre'
import { defaultOfficeOf, readRouting, routedArea, routeOf } from './routing'

const centre = v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8')))
const read = (...rows: string[]) => readRouting(['item,area,kind,words,office', ...rows].join('\n'), centre)
const problems = (...rows: string[]) => read(...rows).problems.map((it) => it.message)

test('the first centre\'s rules are all right, and its default office is one of its offices', () => {
  expect(readRouting(readFileSync('data/routing.csv', 'utf8'), centre).problems).toEqual([])
  expect(centre.offices.map(({ id }) => id)).toContain(defaultOfficeOf(centre))
})

test('every condition of a rule must hold, one of its words is enough, and the first rule decides', () => {
  const { entries } = read('370214010001,,,,审批服务科', ',医保,堵点,报销;住院,医保科', ',医保,,,综合科')
  expect(routeOf(entries, { text: '等', kind: 'pain', item: '370214010001', area: 'medical-insurance' })?.rule.office).toBe('approval-service')
  expect(routeOf(entries, { text: '住院的钱退不回来', kind: 'blockage', area: 'medical-insurance' })).toMatchObject({ word: '住院', rule: { office: 'medical-insurance', row: 3 } })
  expect(routeOf(entries, { text: '住院的钱退不回来', kind: 'pain', area: 'medical-insurance' })?.rule.office).toBe('general')
  expect(routeOf(entries, { text: '住院', kind: 'blockage' })).toBeUndefined()
})

test('words are found however they are written', () => {
  const { entries } = read(',,,Wi-Fi,网络科')
  expect(routeOf(entries, { text: '大厅的ＷｉＦｉ连不上', kind: 'pain' })?.rule.office).toBe('network')
})

test('what is wrong is told with its row, and the right rows are kept', () => {
  const { entries, problems: found } = read(',医保,,,医保科', ',火星,,,医保科', ',,怨言,,医保科', ',,,排队,没有的科', ',,,,综合科', ',,,a,综合科', ',,,排队,')
  expect(entries.map(({ row }) => row)).toEqual([2])
  expect(found.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7, 8])
  expect(found.map(({ message }) => message)).toEqual([
    '第 3 行：没有“火星”这个综合办理区',
    '第 4 行：没有“怨言”这一类，应为痛点、堵点、难点、意见、建议之一',
    '第 5 行：没有“没有的科”这个科室',
    '第 6 行：没有写条件；都不符合时转给谁，由 centre.json 的 defaultOffice 决定',
    '第 7 行：“a”应为 2 至 30 个字的词',
    '第 8 行：没有写转给哪个科室',
  ])
})

test('a rule that can never be reached is a mistake', () => {
  expect(problems(',医保,,,医保科', ',医保,堵点,报销,综合科')).toEqual(['第 3 行：永远用不到：第 2 行已包括它，请移到那一行的上面'])
  expect(problems(',,,报销,医保科', ',医保,,医药费报销,综合科')).toHaveLength(1)
  expect(problems(',,,报销,医保科', ',医保,,住院,综合科')).toEqual([])
})

test('a table with other columns, or no CSV at all, is refused as a whole', () => {
  expect(readRouting('a,b\n1,2', centre).problems).toEqual([{ row: 1, message: '第 1 行：表头应为 item,area,kind,words,office' }])
  expect(problems(',医保,医保科')).toEqual(['第 2 行：应有 5 列，实有 3 列'])
  expect(problems('"没有关上')).toHaveLength(1)
})

test('without a default office in the centre\'s data, as in older records, the first office has what nobody routes', () => {
  expect(defaultOfficeOf({ offices: centre.offices })).toBe(centre.offices[0]?.id)
  expect(v.safeParse(centreSchema, { ...centre, defaultOffice: 'nobody' }).success).toBe(false)
})

test('rules look at the area that was named, else at the window\'s, else at the one that handles the item', () => {
  const { windows } = centre
  const inApproval = windows.find(({ area }) => area === 'approval')!
  const item = { area: 'tax' }
  expect(routedArea({ area: 'hr', window: inApproval.id }, windows, item)).toBe('hr')
  expect(routedArea({ window: inApproval.id }, windows, item)).toBe('approval')
  expect(routedArea({}, windows, item)).toBe('tax')
  expect(routedArea({}, windows, {})).toBeUndefined()
  expect(routedArea({ window: 'gone' }, windows, undefined)).toBeUndefined()
})
