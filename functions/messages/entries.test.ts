import fc from 'fast-check'
import { caseEventList, messageTable } from '@shared/messages/table'
import { complaintStateList } from '@shared/complaints/states'
import { boxName, boxOf, entriesOf } from './entries'
import type { CaseNews } from './news'

const complaint = '0123456789abcdefghjk'
const news = (event: CaseNews['facts']['event'], more: Partial<CaseNews> = {}, facts: Partial<CaseNews['facts']> = {}): CaseNews => ({
  centre: '370214', complaint, number: 3, at: '2026-11-23T08:00:00.000Z', citizen: 'raiser', followers: [], public: false, helping: [], mentioned: [],
  facts: { event, by: 'centre', state: 'accepted', led: more.lead !== undefined, receipt: 'ZC-20261123-0007', kindName: '痛点', ...facts }, ...more,
})
const told = (it: CaseNews) => Object.fromEntries(entriesOf(it).map(({ box, message }) => [boxName(box), message.title]))

test('a new complaint is the front desk\'s, and what happens before an office leads stays with the front desk', () => {
  expect(told(news('submit', {}, { by: 'citizen' }))).toEqual({ 'staff#front': '新的找茬，请受理' })
  expect(told(news('reply', {}, { by: 'citizen' }))).toEqual({ 'staff#front': '市民补充了说明' })
  expect(told(news('reply', { lead: 'net' }, { by: 'citizen' }))).toEqual({ 'staff#office-net': '市民补充了说明' })
})

test('passing it on tells the citizen, the office that leads and those that help', () => {
  expect(told(news('pass', { lead: 'net', helping: ['law', 'hall'] }, { state: 'passed' }))).toEqual({
    raiser: '找茬 ZC-20261123-0007：已转办', 'staff#office-net': '转给本科室主办，请办理', 'staff#office-law': '请本科室协办', 'staff#office-hall': '请本科室协办',
  })
})

test('citizens are told nothing of what citizens do', () => {
  for (const event of caseEventList)
    for (const { box } of entriesOf(news(event, { followers: [{ citizen: 'neighbour' }] }, { by: 'citizen', rating: 'dissatisfied' }))) expect(box).toHaveProperty('staff')
})

test('an office that a note speaks to is told that it does, also when it leads', () => {
  expect(told(news('note', { lead: 'net', mentioned: ['net', 'law'] }, { note: '@网络科 @法规科 请看' }))).toEqual({ 'staff#office-net': '备注里提到了本科室', 'staff#office-law': '备注里提到了本科室' })
  expect(told(news('note', { lead: 'net' }))).toEqual({ 'staff#office-net': '有新的内部备注' })
  expect(told(news('note'))).toEqual({})
})

test('who follows because their own complaint was merged reads under their own number; who only follows opens what is public; neither reads what was written to somebody else', () => {
  const own = { citizen: 'merged', complaint: 'k'.repeat(20), receipt: 'ZC-20261101-0002' }
  const followers = [own, { citizen: 'neighbour' }]
  const entriesWhen = (open: boolean) => entriesOf(news('answer', { followers, public: open, textForOthers: '已换灯，联系**' }, { state: 'answered', text: '已换灯，联系张三' }))
  const of = (citizen: string, open = true) => entriesWhen(open).find(({ box }) => boxName(box) === citizen)!
  expect(of('merged')).toMatchObject({ message: { title: '找茬 ZC-20261101-0002：已答复', complaint: own.complaint }, wechat: { page: `pages/complaint/index?id=${own.complaint}`, data: { character_string1: 'ZC-20261101-0002' } } })
  expect(of('neighbour')).toMatchObject({ message: { answer: complaint, text: '答复：已换灯，联系**' }, wechat: { page: `pages/answer/index?id=${complaint}` } })
  expect(of('neighbour', false)).toMatchObject({ wechat: { page: 'pages/messages/index' } })
  expect(JSON.stringify([of('merged'), of('neighbour')])).not.toMatch(/张三|"complaint":"0123/)
  expect(of('raiser').message.text).toBe('答复：已换灯，联系张三')
})

test('each reads the inbox of their desk, office or rank, and an office account without its office reads none', () => {
  expect((['window', 'admin', 'chief', 'leader'] as const).map((role) => boxOf({ role }))).toEqual([{ staff: 'front' }, { staff: 'front' }, { staff: 'chief' }, { staff: 'leader' }])
  expect(boxOf({ role: 'office', office: 'net' })).toEqual({ staff: 'office-net' })
  expect(boxOf({ role: 'office' })).toBeUndefined()
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const anyNews = fc.record({
  event: fc.constantFrom(...caseEventList), by: fc.constantFrom('citizen' as const, 'centre' as const), state: fc.constantFrom(...complaintStateList),
  rating: fc.constantFrom(undefined, 'satisfied' as const, 'veryDissatisfied' as const), citizen: fc.option(id, { nil: undefined }), lead: fc.option(id, { nil: undefined }),
  helping: fc.uniqueArray(id), mentioned: fc.uniqueArray(id), followers: fc.array(id.map((citizen) => ({ citizen }))), text: fc.string({ unit: 'grapheme', maxLength: 2000 }), note: fc.string({ unit: 'grapheme', maxLength: 2000 }),
})

test('whatever happens to whatever case: an inbox has one entry for it, always the same, and somebody is told where the table says so', () => {
  fc.assert(fc.property(anyNews, ({ event, by, state, rating, text, note, ...more }) => {
    const it = news(event, more, { by, state, rating, led: more.lead !== undefined, ...(by === 'centre' ? { text, note } : {}) })
    const entries = entriesOf(it)
    const boxes = entries.map(({ box }) => boxName(box))
    expect(new Set(boxes).size).toBe(boxes.length)
    expect(entriesOf(it)).toEqual(entries)
    expect(new Set(entries.map(({ message }) => message.id)).size).toBeLessThanOrEqual(1)
    for (const { box, wechat } of entries) if (wechat) expect(box).toHaveProperty('citizen')
    const forStaff = messageTable.some((row) => row.event === event && ['front', 'chief', 'leader'].includes(row.audience) && (!row.when || row.when(it.facts)))
    if (forStaff) expect(entries.some(({ box }) => 'staff' in box)).toBe(true)
  }), { numRuns: 500 })
})
