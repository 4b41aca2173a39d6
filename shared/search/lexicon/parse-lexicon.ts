import { fold, squeeze } from '../analysis/fold'
import { CsvError, readCsv } from '../../csv/read'
import type { LexiconEntry, Meaning } from '../types'

/** A mistake in the lexicon file, for the people who edit it. */
export interface LexiconProblem {
  /** Row as a spreadsheet counts, and column, from 1. */
  readonly row: number
  readonly column: number
  /** Chinese sentence. */
  readonly message: string
}

/** The lines that are right, and the mistakes in the others. */
export interface ParsedLexicon {
  readonly entries: readonly LexiconEntry[]
  readonly problems: readonly LexiconProblem[]
}

/** One trimmed cell and where it stands. */
interface Cell {
  readonly text: string
  readonly row: number
  readonly column: number
}

const HEADER = ['field', 'kind', 'words', 'means']
const LONGEST_WORD = 30

/**
 * Parses the lexicon `field,kind,words,means`: lists are separated by `;`, a weight stands after `*` (default 1). `means` lines give
 * each of `words` all of `means`; `same` lines are groups and leave `means` empty.
 */
export function parseLexicon(csv: string): ParsedLexicon {
  const entries: LexiconEntry[] = []
  const problems: LexiconProblem[] = []
  let cells: Cell[][]
  try {
    cells = readCells(csv)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { entries, problems: [{ row: error.line, column: 1, message: `第${error.line}行：${error.message}` }] }
  }
  const [header, ...rows] = cells
  if (!header || header.map((cell) => cell.text).join() !== HEADER.join()) {
    return { entries, problems: [{ row: 1, column: 1, message: `第一行应为表头 ${HEADER.join()}` }] }
  }
  for (const row of rows) {
    const found: LexiconProblem[] = []
    const entry = parseRow(row, found)
    if (entry && found.length === 0) entries.push(entry)
    problems.push(...found)
  }
  return { entries, problems }
}

/** Rows that hold anything but blanks. */
function readCells(csv: string): Cell[][] {
  return readCsv(csv)
    .map(({ row, cells }) => cells.map((text, i) => ({ text: text.trim(), row, column: i + 1 })))
    .filter((row) => row.some(({ text }) => text !== ''))
}

function parseRow(row: readonly Cell[], problems: LexiconProblem[]): LexiconEntry | undefined {
  const complain = (cell: Cell, message: string): undefined => {
    problems.push({ row: cell.row, column: cell.column, message: `第${cell.row}行第${cell.column}列：${message}` })
  }
  if (row.length < 3 || row.length > 4) return complain(row[row.length - 1], `应有4列，实有${row.length}列`)
  const [field, kind, words, means] = row
  if (!field.text) return complain(field, '缺少领域')
  if (kind.text !== 'means' && kind.text !== 'same') return complain(kind, `类型应为 means 或 same，不能是“${kind.text}”`)
  const parsedWords = parseList(words, complain)
  const parsedMeans = means?.text ? parseList(means, complain) : []
  if (kind.text === 'means' && parsedMeans.length === 0) return complain(means || words, '缺少释义')
  if (kind.text === 'same' && parsedMeans.length > 0) return complain(means, '同义组不应另有释义')
  if (kind.text === 'same' && parsedWords.length < 2) return complain(words, '同义组至少要有两个词')
  return { field: field.text, kind: kind.text, words: parsedWords, means: parsedMeans }
}

function parseList(cell: Cell, complain: (cell: Cell, message: string) => undefined): Meaning[] {
  const list: Meaning[] = []
  for (const part of cell.text.split(/[;；]/)) {
    const [text, weightText, ...more] = part.split('*').map((piece) => piece.trim())
    const weight = weightText === undefined ? 1 : Number(weightText)
    if (more.length > 0 || !(weight > 0 && weight <= 1)) complain(cell, `“${part.trim()}”的权重应在0到1之间`)
    else if (!squeeze(fold(text))) complain(cell, '有空的词')
    else if (text.length > LONGEST_WORD) complain(cell, `“${text}”超过${LONGEST_WORD}个字`)
    else if (list.some((meaning) => meaning.text === text)) complain(cell, `“${text}”重复`)
    else list.push({ text, weight })
  }
  return list
}
