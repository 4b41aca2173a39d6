import { readCsv } from '@shared/csv/read'
import type { GoldenQuestion } from '@shared/words/golden'

/** A golden question of data/golden-questions.csv with its kind: citizen, keyword, business, typo, pinyin … */
export interface GoldenRow extends GoldenQuestion {
  readonly kind: string
}

/**
 * The golden questions of `question,expected,kind`; several right answers are parted by `|`, parts of a name joined by `&`.
 * @throws Error naming the row that is not one
 */
export function readGolden(text: string): GoldenRow[] {
  const [heading, ...rows] = readCsv(text)
  if (heading?.cells.join() !== 'question,expected,kind') throw new Error('golden questions: the heading must be question,expected,kind')
  return rows.map(({ row, cells: [question = '', expected = '', kind = ''] }) => {
    const entries = expected.split('|').map((entry) => entry.trim()).filter(Boolean)
    if (question.trim() === '' || entries.length === 0 || kind.trim() === '') throw new Error(`golden questions: row ${row} is not complete`)
    return { question: question.trim(), expected: entries, kind: kind.trim() }
  })
}
