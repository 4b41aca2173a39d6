import type { Area } from '../centre/centre'
import { columnOf } from './columns'
import { readRow, type Row } from './row'

const area = (id: string, name: string): Area => ({ id, name, floors: ['1F'], what: name, plan: [] })
const areas = [area('social-insurance', '社保'), area('real-estate', '不动产登记'), area('approval', '行政审批')]

const content = (row: Row) => {
  const reading = readRow({ name: '社会保障卡申领', ...row }, areas)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return reading.content
}
const problems = (row: Row) => {
  const reading = readRow({ name: '社会保障卡申领', ...row }, areas)
  return 'problems' in reading ? reading.problems : []
}

test('only the name is required', () => {
  expect(content({})).toMatchObject({ name: '社会保障卡申领', materials: [], soleReview: false })
  expect(readRow({ code: '1' }, areas)).toEqual({ problems: [{ column: 'name', problem: '请填写' }] })
})

test.each<[Row, object]>([
  [{ aliases: '办社保卡；一卡通、社保卡' }, { aliases: ['办社保卡', '一卡通', '社保卡'] }],
  [{ audience: '自然人,企业法人' }, { audience: ['个人', '法人'] }],
  [{ area: '不动产登记区' }, { area: 'real-estate' }],
  [{ area: '3F行政审批区12号窗口' }, { area: 'approval' }],
  [{ floor: '一楼' }, { floor: '1F' }],
  [{ floor: '负一层' }, { floor: 'B1' }],
  [{ legalLimit: '２０个工作日', committedLimit: '即办' }, { legalLimit: 20, committedLimit: 0 }],
  [{ handling: '当场办结' }, { handling: '即办件' }],
  [{ visits: '最多跑一次' }, { visits: 1 }],
  [{ fee: '否' }, { fee: '不收费' }],
  [{ materials: '1.身份证原件；2、照片1.5寸两张\n（3）户口簿。' }, { materials: ['身份证原件', '照片1.5寸两张', '户口簿'] }],
  [{ online: '是' }, { online: '网上申请' }],
  [{ outsideHours: '√', soleReview: '是', associated: '否' }, { outsideHours: true, soleReview: true, associated: false }],
])('a cell may be written as offices write it: %j', (row, expected) => {
  expect(content(row)).toMatchObject(expected)
})

test('what is not known is left open, so that the guide says whom to ask', () => {
  const it = content({ materials: '请向窗口咨询', fee: '请向窗口咨询', result: '—', legalLimit: '' })
  expect(it.materials).toEqual([])
  expect(it).not.toHaveProperty('fee')
  expect(it).not.toHaveProperty('result')
  expect(it).not.toHaveProperty('legalLimit')
})

test.each<[Row, string, RegExp]>([
  [{ legalLimit: '20日' }, 'legalLimit', /工作日/],
  [{ audience: '猫' }, 'audience', /个人/],
  [{ area: '宠物区' }, 'area', /社保、不动产登记、行政审批/],
  [{ area: '社保和不动产登记' }, 'area', /没有这个服务区/],
  [{ soleReview: '也许' }, 'soleReview', /是/],
  [{ name: '事'.repeat(201) }, 'name', /200/],
  [{ materials: `好；${'长'.repeat(1001)}` }, 'materials', /第 2 条：最多 1000/],
  [{ visits: '99' }, 'visits', /20/],
])('a bad cell is named by its column: %#', (row, column, sentence) => {
  expect(problems(row)).toEqual([{ column, problem: expect.stringMatching(sentence) }])
})

test('all problems of a row are told at once', () => {
  expect(problems({ legalLimit: '很快', handling: '慢' }).map(({ column }) => column)).toEqual(['legalLimit', 'handling'])
})

test.each([['* 事项名称（必填）', 'name'], ['办理地点', 'area'], ['itemCode', 'code'], ['承诺办结时限(工作日)', 'committedLimit'], ['category', 'type'], ['备注', undefined]])(
  'the heading %j means %s', (heading, column) => { expect(columnOf(heading)).toBe(column) },
)
