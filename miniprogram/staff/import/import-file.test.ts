import { readCsv } from '@shared/csv/read'
import { formatOf, inOrder, problemsCsv, problemsText, refusal } from './import-file'

const problems = [
  { row: 12, column: '法定办结时限', problem: '应为工作日数' },
  { row: 3, column: '=cmd', problem: '不认识的栏目，"区域"' },
  { row: 12, column: '服务对象', problem: '应为“个人”“法人”' },
]

test('problems stand in the order of the spreadsheet', () => {
  expect(inOrder(problems).map(({ row, column }) => [row, column])).toEqual([[3, '=cmd'], [12, '法定办结时限'], [12, '服务对象']])
})

test('the downloaded table has a heading, one line a problem, and no formula', () => {
  expect(readCsv(problemsCsv(problems)).map(({ cells }) => cells)).toEqual([
    ['行', '栏目', '问题'], ['3', '\'=cmd', '不认识的栏目，"区域"'], ['12', '法定办结时限', '应为工作日数'], ['12', '服务对象', '应为“个人”“法人”'],
  ])
})

test('the copied table pastes into cells', () => {
  expect(problemsText(problems).split('\n')[1]).toBe('3\t=cmd\t不认识的栏目，"区域"')
})

test('the kind of a file is told by its ending, and what cannot be imported is refused before it is sent', () => {
  expect(formatOf('目录.XLSX')).toBe('xlsx')
  expect(refusal({ name: '目录.csv', bytes: 3_000_000 })).toBeUndefined()
  expect(refusal({ name: '目录.xls', bytes: 10 })).toBe('请选择 .csv、.xlsx 或 .jsonl 文件')
  expect(refusal({ name: '目录.csv', bytes: 20_000_000 })).toBe('文件 20.0 MB，超过 3 MB，请分成几个文件导入。')
})
