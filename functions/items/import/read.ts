import type { Area } from '@shared/centre/centre'
import { columnOf, headingOf, type Column } from '@shared/items/columns'
import type { RowProblem } from '@shared/items/import'
import type { ItemContent } from '@shared/items/item'
import { itemIdOf } from '@shared/items/item-id'
import { readRow, type Row } from '@shared/items/row'
import { readJsonl } from './jsonl'
import { FileError, readCsvFile, readXlsx, type Table } from './table'

/** Kinds of catalogue files. */
export type CatalogueFormat = 'csv' | 'jsonl' | 'xlsx'

/** What a catalogue file says. */
export interface CatalogueFile {
  /** Items in the order of the file; complete only when there is no problem. */
  readonly items: readonly { readonly id: string; readonly content: ItemContent }[]
  readonly problems: readonly RowProblem[]
  /** Headings that a catalogue has no place for: they are not imported. */
  readonly ignored: readonly string[]
}

/** More items than this are no centre's catalogue, and would not fit into a snapshot that a phone can hold. */
const rowLimit = 20_000

interface NumberedRow {
  readonly row: number
  readonly cells: Row
}

/**
 * Reads and checks a catalogue file, row by row.
 * @param areas the centre's service areas
 * @returns every problem by row and column; never throws for what is in the file
 */
export async function readCatalogue(bytes: Uint8Array, format: CatalogueFormat, areas: readonly Area[]): Promise<CatalogueFile> {
  const problems: RowProblem[] = []
  const ignored = new Set<string>()
  let rows: NumberedRow[] = []
  try {
    if (format === 'jsonl') {
      for (const line of readJsonl(bytes)) {
        if (line.problem) problems.push({ row: line.row, column: '整行', problem: line.problem })
        else rows.push(line)
        for (const name of line.ignored) ignored.add(name)
      }
    } else {
      rows = tableRows(format === 'csv' ? readCsvFile(bytes) : await readXlsx(bytes), ignored)
    }
    if (rows.length > rowLimit) throw new FileError(`最多 ${rowLimit} 行`)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { items: [], problems: [{ row: error.row, column: '整个文件', problem: error.message }], ignored: [] }
  }
  if (rows.length === 0 && problems.length === 0) problems.push({ row: 1, column: '整个文件', problem: '文件里没有事项' })
  return { items: readRows(rows, areas, problems), problems: problems.sort((a, b) => a.row - b.row), ignored: [...ignored] }
}

/** Rows of a table below its heading, which is its first row that names 事项名称. */
function tableRows(table: Table, ignored: Set<string>): NumberedRow[] {
  const at = table.findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'name'))
  if (at < 0) throw new FileError('没有找到“事项名称”这一列，请检查表头')
  const headings = table[at]?.cells ?? []
  const places: [number, Column][] = []
  const seen = new Set<Column>()
  headings.forEach((heading, index) => {
    const column = columnOf(heading)
    if (!column || seen.has(column)) {
      if (heading.trim() !== '') ignored.add(heading.trim())
      return
    }
    seen.add(column)
    places.push([index, column])
  })
  return table.slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => ({ row, cells: Object.fromEntries(places.map(([index, column]) => [column, cells[index] ?? ''])) }))
}

function readRows(rows: readonly NumberedRow[], areas: readonly Area[], problems: RowProblem[]): CatalogueFile['items'] {
  const items: { id: string; content: ItemContent }[] = []
  const rowOf = new Map<string, number>()
  for (const { row, cells } of rows) {
    const reading = readRow(cells, areas)
    if ('problems' in reading) {
      for (const { column, problem } of reading.problems) problems.push({ row, column: headingOf(column), problem })
      continue
    }
    const id = itemIdOf(reading.content)
    const first = rowOf.get(id)
    if (first !== undefined) {
      problems.push({ row, column: headingOf(reading.content.code ? 'code' : 'name'), problem: `与第 ${first} 行重复` })
      continue
    }
    rowOf.set(id, row)
    items.push({ id, content: reading.content })
  }
  return items
}
