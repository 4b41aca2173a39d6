import { readSheet } from 'read-excel-file/node'
import { CsvError, readCsv } from '@shared/csv/read'
import { decodeText } from './decode'
import { unpackedSize } from './zip-size'

/** A file that is no table at all; the message is a Chinese sentence. */
export class FileError extends Error {
  constructor(message: string, readonly row = 1) {
    super(message)
    this.name = 'FileError'
  }
}

/** A table of text: row numbers as the spreadsheet counts, from 1. */
export type Table = { readonly row: number; readonly cells: readonly string[] }[]

/** What a spreadsheet may come to when unpacked, bytes: a national catalogue with full guides is about 20 MB. */
const unpackedLimit = 100_000_000

/**
 * The first sheet of an XLSX file as text.
 * @throws FileError when it is none
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const size = unpackedSize(bytes)
  if (size === undefined) throw new FileError('这不是 XLSX 文件；旧的 XLS 文件请先另存为 XLSX')
  if (size > unpackedLimit) throw new FileError('XLSX 文件展开后太大')
  const sheet = await readSheet<string>(Buffer.from(bytes), { parseNumber: (text) => text }).catch(() => {
    throw new FileError('XLSX 文件已损坏，读不出来')
  })
  return sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell === true) return '是'
  if (cell === false) return '否'
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

/**
 * A CSV file as text, in whatever encoding it was saved.
 * @throws FileError when its quotes do not match
 */
export function readCsvFile(bytes: Uint8Array): Table {
  try {
    return readCsv(decodeText(bytes)).map(({ row, cells }) => ({ row, cells }))
  } catch (error) {
    if (error instanceof CsvError) throw new FileError(`第 ${error.line} 行：${error.message}`, error.line)
    throw error
  }
}
