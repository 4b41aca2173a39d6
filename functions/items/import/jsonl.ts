import { columnOf, type Column } from '@shared/items/columns'
import type { Row } from '@shared/items/row'
import { decodeText } from './decode'

/** A line of a JSONL catalogue: the row it makes, or what is wrong with the line. */
export interface JsonRow {
  readonly row: number
  readonly cells: Row
  readonly problem?: string
  /** Names of fields that a catalogue has no place for. */
  readonly ignored: readonly string[]
}

/** Fields that real exports have beside the columns: `id` is the exporter's own number, 办理地点 in `details` are addresses elsewhere. */
const placeless = new Set(['id', '办理地点'])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as the text of a cell; lists become lines. */
function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellText).join('\n')
  if (value === true) return '是'
  if (value === false) return '否'
  return value === null || value === undefined ? '' : String(value)
}

function addFields(fields: Record<string, unknown>, cells: Partial<Record<Column, string>>, ignored: string[]): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'details' && isRecord(value)) {
      addFields(value, cells, ignored)
      continue
    }
    const column = placeless.has(name) ? undefined : columnOf(name)
    if (!column) ignored.push(name)
    else if (cells[column] === undefined) cells[column] = column === 'telephone' && Array.isArray(value) ? cellText(value[0]) : cellText(value)
  }
}

/** The lines of a JSONL catalogue; `details` may hold further fields under their Chinese headings. */
export function readJsonl(bytes: Uint8Array): JsonRow[] {
  return decodeText(bytes).split(/\r\n|\n|\r/).map((line, index): JsonRow | undefined => {
    if (line.trim() === '') return undefined
    const row = index + 1
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      value = undefined
    }
    if (!isRecord(value)) return { row, cells: {}, problem: '这一行不是 JSON 对象', ignored: [] }
    const cells: Partial<Record<Column, string>> = {}
    const ignored: string[] = []
    addFields(value, cells, ignored)
    return { row, cells, ignored }
  }).filter((line): line is JsonRow => line !== undefined)
}
