import * as v from 'valibot'
import { text } from '../api/fields'

/** Largest request of an import, bytes: a Lambda takes 6 MB. */
export const importBytes = 5_500_000

/** A catalogue file: CSV or JSONL as text, XLSX in base 64; up to 4 million characters. */
export const importSource = v.strictObject({
  format: v.picklist(['csv', 'jsonl', 'xlsx']),
  content: v.pipe(v.string(), v.minLength(1, '文件是空的'), v.maxLength(4_000_000, '文件太大')),
  /** Items that the file does not name are withdrawn. */
  withdrawMissing: v.boolean(),
})
/** A catalogue file. */
export type ImportSource = v.InferOutput<typeof importSource>

/** A problem of one cell: row as the spreadsheet counts (the heading is row 1), column by its heading. */
export const rowProblem = v.strictObject({ row: v.number(), column: v.string(), problem: v.string() })
/** A problem of one cell. */
export type RowProblem = v.InferOutput<typeof rowProblem>

const counts = { rows: v.number(), added: v.number(), changed: v.number(), unchanged: v.number(), withdrawn: v.number() }

/** What an import would do. With problems, it will be refused. */
export const importPreview = v.strictObject({
  ...counts,
  problems: v.array(rowProblem),
  /** Digest of the file, to be given with the commit, so that what was previewed is what is imported. */
  digest: text(64),
})
/** What an import would do. */
export type ImportPreview = v.InferOutput<typeof importPreview>

/** What an import did. */
export const importResult = v.strictObject(counts)
/** What an import did. */
export type ImportResult = v.InferOutput<typeof importResult>
