import { CsvError, readCsv } from '../csv/read'

/** A mistake in a centre's table, for the people who edit it. */
export interface TableProblem {
  /** Row as a spreadsheet counts, from 1. */
  readonly row: number
  /** Chinese sentence that begins with the row. */
  readonly message: string
}

/** A row of a centre's table: trimmed cells by the heading's names. */
export type TableRow<Column extends string> = Readonly<Record<Column, string>> & { readonly row: number }

/** The rows that are right, and the mistakes in the others. */
export interface ReadTable<T> {
  readonly entries: readonly T[]
  readonly problems: readonly TableProblem[]
}

/** Whoever reads a row says what is wrong with it; the row is then left out. */
export type Complain = (message: string) => undefined

/** Reads a CSV with exactly these columns, row by row; nothing is guessed, and every mistake is told with its row. */
export function readTable<Column extends string, T>(csv: string, columns: readonly Column[], read: (row: TableRow<Column>, complain: Complain, before: readonly T[]) => T | undefined): ReadTable<T> {
  const entries: T[] = []
  const problems: TableProblem[] = []
  const tell = (row: number, message: string) => { problems.push({ row, message: `第 ${row} 行：${message}` }) }
  let records
  try {
    records = readCsv(csv).filter(({ cells }) => cells.some((it) => it.trim() !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    tell(error.line, error.message)
    return { entries, problems }
  }
  const [heading, ...rows] = records
  if (heading?.cells.map((it) => it.trim()).join() !== columns.join()) {
    tell(heading?.row ?? 1, `表头应为 ${columns.join()}`)
    return { entries, problems }
  }
  for (const { row, cells } of rows) {
    if (cells.length !== columns.length) {
      tell(row, `应有 ${columns.length} 列，实有 ${cells.length} 列`)
      continue
    }
    let wrong = false
    const named = Object.fromEntries(columns.map((name, index) => [name, (cells[index] ?? '').trim()])) as Record<Column, string>
    const entry = read({ ...named, row }, (message) => { wrong = true; tell(row, message) }, entries)
    if (entry !== undefined && !wrong) entries.push(entry)
  }
  return { entries, problems }
}

/** A list in a cell, parted by `;` or `；`. */
export const listOf = (cell: string): string[] => cell.split(/[;；]/).map((it) => it.trim()).filter(Boolean)

/** The id of what a cell names by its id or its name; none when there is no such thing. */
export const named = (things: readonly { readonly id: string; readonly name: string }[], cell: string): string | undefined => things.find((it) => it.id === cell || it.name === cell)?.id
