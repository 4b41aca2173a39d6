import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { centre as centreSchema } from '../centre/centre'
import { createLearner, learn, maxPairs, unlearned } from './learned'
import { complaintKindList } from './kinds'
import { readRouting } from './routing'
import { enoughCases, readSuggestionWords, suggest, suggestion, type SuggestionModel } from './suggestion'

const centre = v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8')))
const none = createLearner([])
const shipped: SuggestionModel = {
  rules: readRouting(readFileSync('data/routing.csv', 'utf8'), centre).entries,
  words: readSuggestionWords(readFileSync('data/suggestion-words.csv', 'utf8'), centre).entries,
  offices: none, kinds: none,
}
const officesFor = (text: string, more: object = {}) => suggest({ text, kind: 'pain', ...more }, shipped, centre).offices
const times = (count: number, text: string) => new Array<string>(count).fill(text)

test('the shipped words are all right', () => {
  expect(readSuggestionWords(readFileSync('data/suggestion-words.csv', 'utf8'), centre).problems).toEqual([])
})

test.each([
  ['养老金的待遇算得不对，退休两个月还没有发', 'social-insurance'],
  ['异地就医的药费报销不了', 'medical-insurance'],
  ['二手房过户要跑三趟，房产证还没拿到', 'real-estate'],
  ['公司拖欠工资，想申请劳动仲裁', 'hr'],
  ['开饭店办营业执照，许可证的材料退了两次', 'approval-service'],
  ['发票代开要等多久，个税申报也不会弄', 'tax'],
  ['领结婚证那天礼堂没有人', 'marriage'],
  ['窗口人员不耐烦，一直玩手机，互相推', 'supervision'],
  ['小程序登录的时候验证码收不到', 'network'],
  ['停车位太少，卫生间也没有扶手', 'general'],
])('plain cases go where anybody would send them: %s', (text, office) => {
  expect(officesFor(text)[0]).toMatchObject({ office })
})

test('a suggestion names the words that made it', () => {
  expect(officesFor('养老金的待遇算得不对')).toEqual([{ office: 'social-insurance', source: 'words', because: ['养老金', '待遇'] }])
})

test('a routing rule comes first and is named by its row; words may add a second office', () => {
  const [first, second] = officesFor('医保报销的小程序打不开', { area: 'medical-insurance' })
  expect(first).toMatchObject({ source: 'rule', office: 'network', because: ['小程序'] })
  expect(first?.row).toBeGreaterThan(1)
  expect(second).toMatchObject({ source: 'words', office: 'medical-insurance' })
})

test('where nothing speaks for an office, the default office is named, without a reason', () => {
  expect(officesFor('唉')).toEqual([{ office: 'general', source: 'default', because: [] }])
})

test('another kind is named only when the text says so clearly', () => {
  expect(suggest({ text: '建议大厅增设一台取号机', kind: 'pain' }, shipped, centre).kind).toMatchObject({ kind: 'suggestion', because: ['建议', '增设'] })
  expect(suggest({ text: '建议大厅增设一台取号机', kind: 'suggestion' }, shipped, centre).kind).toBeUndefined()
  expect(suggest({ text: '今天来办事', kind: 'pain' }, shipped, centre).kind).toBeUndefined()
})

test('what was learned is not heard before there are enough cases, and then by its own words', () => {
  const many = (count: number) => createLearner([
    learn(unlearned('marriage'), times(count, '颁奖台前面合影的地方太小，拍照要等')),
    learn(unlearned('tax'), times(count, '盘子里的钱数对不上，机器吐不出纸')),
  ])
  const ask = (offices: SuggestionModel['offices']) => suggest({ text: '合影的地方太小', kind: 'pain' }, { ...shipped, words: [], rules: [], offices }, centre).offices[0]
  expect(ask(many(enoughCases / 2 - 1))).toMatchObject({ source: 'default' })
  expect(ask(many(enoughCases))).toMatchObject({ source: 'cases', office: 'marriage' })
  expect(ask(many(enoughCases))?.because.join()).toContain('合影')
})

test('personal data and numbers are never learned', () => {
  const { pairs } = learn(unlearned('tax'), ['我叫王某某，电话13800001234，住在3号楼2单元501室，开票'])
  expect(Object.keys(pairs)).toContain('开票')
  expect(Object.keys(pairs).join()).not.toMatch(/王某|某某|单元|\d/)
})

test('a label never keeps more pairs than its record holds, and forgets what it saw least', () => {
  const far = Array.from({ length: maxPairs + 500 }, (_, i) => String.fromCharCode(0x4e00 + (i % 15_000), 0x4e00 + ((i * 7 + 13) % 15_000)))
  const { pairs } = learn(unlearned('tax'), [...times(3, '开票'), ...far])
  expect(Object.keys(pairs)).toHaveLength(maxPairs)
  expect(pairs['开票']).toBeGreaterThan(1)
})

test('mistakes in the words are told with their row', () => {
  const read = (row: string) => readSuggestionWords(`for,name,words\n${row}`, centre).problems.map((it) => it.message)
  expect(read('office,税务科,发票*2;开票')).toEqual(['第 2 行：“发票*2”的权重应大于 0、不超过 1'])
  expect(read('office,没有的科,发票')).toEqual(['第 2 行：没有“没有的科”这个科室'])
  expect(read('kind,怨言,发票')).toEqual(['第 2 行：没有“怨言”这一类'])
  expect(read('x,税务科,发票')).toEqual(['第 2 行：for 应为 office 或 kind，不能是“x”'])
  expect(read('office,税务科,发票;发票')).toEqual(['第 2 行：“发票”重复'])
  expect(read('office,税务科,')).toEqual(['第 2 行：没有写词'])
})

test('a suggestion never throws, always names an office of the centre, and is the same each time', () => {
  const learner = createLearner([learn(unlearned('tax'), times(40, '发票开不出来')), learn(unlearned('hr'), times(40, '档案找不到')), learn(unlearned('gone'), times(40, '撤销了的科室'))])
  const kinds = createLearner([learn(unlearned('pain'), times(40, '等了很久')), learn(unlearned('suggestion'), times(40, '可以再快些'))])
  const piece = fc.constantFrom('发票', '档案', '撤销了的', '建议', '等了', '养老', '养老金', '，', '13800001234', '二手房', '\ud83d', '')
  const texts = fc.oneof(fc.array(piece, { maxLength: 10 }).map((it) => it.join('')), fc.string({ unit: 'binary', maxLength: 60 }))
  const ids = centre.offices.map(({ id }) => id)
  fc.assert(fc.property(texts, fc.constantFrom(...complaintKindList), fc.constantFrom(undefined, 'tax', 'nowhere'), (text, kind, area) => {
    const it = { text, kind, ...(area ? { area } : {}) }
    const model = { ...shipped, offices: learner, kinds }
    const once = suggest(it, model, centre)
    expect(v.is(suggestion, once)).toBe(true)
    expect(once.offices.length).toBeGreaterThan(0)
    for (const { office } of once.offices) expect(ids).toContain(office)
    expect(suggest(it, model, centre)).toEqual(once)
  }), { numRuns: 80 })
})
