import { csvOf } from '@shared/csv/write'
import type { ImportSource, RowProblem } from '@shared/items/import'
import { importing as words } from '../../texts/staff/items'

/** Largest file, bytes: its base 64 has four million letters. */
const maxFileBytes = 3_000_000

/** Endings that the file dialog offers. */
export const fileEndings = '.csv,.xlsx,.jsonl'

/** The format that a file's name tells; none for another kind of file. */
export function formatOf(name: string): ImportSource['format'] | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1].toLowerCase()
  return ending === 'csv' || ending === 'xlsx' || ending === 'jsonl' ? ending : undefined
}

/** Why a file is not even sent, in a sentence; none when it may be. */
export function refusal({ name, bytes }: { readonly name: string; readonly bytes: number }): string | undefined {
  if (!formatOf(name)) return words.wrongKind
  return bytes > maxFileBytes ? words.tooLarge((bytes / 1_000_000).toFixed(1)) : undefined
}

/** The problems in the order of the spreadsheet: by row, then as found. */
export const inOrder = (problems: readonly RowProblem[]): RowProblem[] => [...problems].sort((a, b) => a.row - b.row)

/** The problems as a CSV file, to be worked off beside the table. */
export const problemsCsv = (problems: readonly RowProblem[]): string =>
  csvOf([[words.row, words.column, words.problem], ...inOrder(problems).map(({ row, column, problem }) => [row, column, problem])])

/** The problems as text to be pasted into a spreadsheet: cells parted by tabs. */
export const problemsText = (problems: readonly RowProblem[]): string =>
  [[words.row, words.column, words.problem], ...inOrder(problems).map(({ row, column, problem }) => [row, column, problem])].map((row) => row.join('\t')).join('\n')
