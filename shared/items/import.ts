import * as v from 'valibot'
import { text } from '../api/fields'

/** Largest request of an import, bytes: a Lambda takes 6 MB. */
export const importBytes = 5_500_000

/** A catalogue file: its bytes in base 64, so that files that WPS and Excel save as GBK arrive as they are; up to 3 MB. */
export const importSource = v.strictObject({
  format: v.picklist(['csv', 'jsonl', 'xlsx']),
  content: v.pipe(v.string(), v.minLength(1, '文件是空的'), v.maxLength(4_000_000, '文件太大'), v.base64('文件没有传完整')),
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
  /** Headings of the file that a catalogue has no place for; they are not imported. */
  ignored: v.array(v.string()),
  /** Digest of the file, to be given with the commit, so that what was previewed is what is imported. */
  digest: text(64),
})
/** What an import would do. */
export type ImportPreview = v.InferOutput<typeof importPreview>

/** What an import did. */
export const importResult = v.strictObject(counts)
/** What an import did. */
export type ImportResult = v.InferOutput<typeof importResult>
