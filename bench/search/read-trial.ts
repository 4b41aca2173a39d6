import { readFileSync } from 'node:fs'
import type { CompileItem } from '../../shared/search'
import { readGolden } from '../../local/catalogue/golden'
import { readCsv } from '../../shared/csv/read'

/** A question with what a right answer's name contains: any entry, all parts of an entry joined by `&`. */
export interface TrialQuestion {
  readonly query: string
  readonly expected: readonly string[]
}

const readJsonLines = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line) as Record<string, unknown>)

/** Rows of a catalogue file, JSONL or CSV with a header line. */
function readRows(file: string): Record<string, unknown>[] {
  if (!/\.csv$/i.test(file)) return readJsonLines(file)
  const [header, ...rows] = readCsv(readFileSync(file, 'utf8'))
  return rows.map((row) => Object.fromEntries((header?.cells ?? []).map((name, i) => [name.trim(), (row.cells[i] ?? '').trim()])))
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** A catalogue to measure with: rows need a name only; missing or repeated ids are replaced by the row's number. */
export function readCatalogue(file: string): CompileItem[] {
  const taken = new Set<string>()
  return readRows(file).filter((row) => text(row.name).trim()).map((row, i) => {
    let id = text(row.id)
    if (!id || taken.has(id)) id = `row-${i + 1}`
    taken.add(id)
    return { id, name: text(row.name).trim(), department: text(row.department), category: text(row.category) }
  })
}

/** Questions: JSONL `{query, expected}`, or a CSV of golden questions. */
export function readQuestions(file: string): TrialQuestion[] {
  if (/\.csv$/i.test(file)) return readGolden(readFileSync(file, 'utf8')).map(({ question, expected }) => ({ query: question, expected }))
  return readJsonLines(file).map((row) => ({
    query: text(row.query),
    expected: (Array.isArray(row.expected) ? row.expected : [row.expected]).map(text).filter(Boolean),
  }))
}

/** Whether an item of this name answers the question. */
export const isRight = (name: string, { expected }: TrialQuestion): boolean =>
  expected.some((entry) => entry.split('&').every((part) => name.includes(part)))
