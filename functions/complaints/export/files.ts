import writeXlsxFile from 'write-excel-file/node'
import { exportColumns, type ExportFormat, type ExportRow } from '@shared/complaints/export'
import { csvOf, harmlessCell } from '@shared/csv/write'

const keys = Object.keys(exportColumns) as (keyof ExportRow)[]
/** Widths of the columns, characters; the others take the common one. */
const widths: Partial<Record<keyof ExportRow, number>> = { receipt: 20, submittedAt: 18, office: 18, helping: 18, place: 24, answeredAt: 18, text: 60, answer: 60, contact: 18 }
const commonWidth = 12

/** Characters that XML 1.0 cannot hold: with one of them in it a spreadsheet program calls the file damaged. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const cellText = (value: string) => harmlessCell(value.replace(notInXml, ''))

async function xlsx(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const head = keys.map((key) => ({ value: exportColumns[key], fontWeight: 'bold' as const }))
  const body = rows.map((row) => keys.map((key) => {
    const value = row[key]
    if (typeof value === 'number') return { value, type: Number }
    const text = cellText(value)
    return text === '' ? null : { value: text, type: String, wrap: key === 'text' || key === 'answer', alignVertical: 'top' as const }
  }))
  const file = writeXlsxFile([head, ...body], { sheet: '找茬', columns: keys.map((key) => ({ width: widths[key] ?? commonWidth })), stickyRowsCount: 1 })
  return new Uint8Array(await file.toBuffer())
}

/** Rows as the bytes of a file that spreadsheet programs open; no cell of it is a formula. */
export async function fileOf(rows: readonly ExportRow[], format: ExportFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return xlsx(rows)
  return new TextEncoder().encode(csvOf([Object.values(exportColumns), ...rows.map((row) => keys.map((key) => (typeof row[key] === 'string' ? row[key].replace(notInXml, '') : row[key])))]))
}
