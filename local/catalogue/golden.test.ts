import { readFileSync } from 'node:fs'
import { rankOf } from '@shared/words/golden'
import { readCsv } from '@shared/csv/read'
import { readGolden } from './golden'

const shipped = () => readGolden(readFileSync('data/golden-questions.csv', 'utf8'))

test('several right answers are parted by |', () => {
  expect(readGolden('question,expected,kind\n社保卡丢了,社保卡&补领|挂失,citizen\n')).toEqual([{ question: '社保卡丢了', expected: ['社保卡&补领', '挂失'], kind: 'citizen' }])
})

test.each(['question,expected\na,b', 'question,expected,kind\n社保卡,,citizen', 'question,expected,kind\n,a,citizen'])('%j is refused', (text) => {
  expect(() => readGolden(text)).toThrow(/golden questions/)
})

test('the shipped questions are at least 320, all different, and each right answer names an item of the catalogue', () => {
  const questions = shipped()
  const [heading, ...rows] = readCsv(readFileSync('data/catalogue.csv', 'utf8'))
  const names = rows.map(({ cells }) => cells[heading?.cells.indexOf('name') ?? 0] ?? '')
  expect(questions.length).toBeGreaterThanOrEqual(320)
  expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length)
  expect(questions.flatMap(({ expected }) => expected).filter((entry) => rankOf(names, [entry]) === 0)).toEqual([])
})
