import * as v from 'valibot'
import type { Area } from '../centre/centre'
import { fieldProblems } from '../errors/field-problems'
import {
  isBlank, readArea, readAudience, readFlag, readFloor, readHandling, readLines, readOnline, readVisits, readWorkingDays, type Reading,
} from './cells'
import { columnOrder, type Column } from './columns'
import { itemContent, type ItemContent } from './item'

/** A row of text cells by column; absent or blank cells say nothing. */
export type Row = Partial<Record<Column, string>>

/** What is wrong with one cell, as a Chinese sentence. */
export interface CellProblem {
  readonly column: Column
  readonly problem: string
}

/** What a row says: an item, or everything that is wrong with it. */
export type RowReading = { readonly content: ItemContent } | { readonly problems: readonly CellProblem[] }

/** 是否收费 answers yes or no; a guide says it in words. */
function readFee(cell: string): string {
  if (/^(否|不收|不收取|免费|无|不收费用)$/.test(cell)) return '不收费'
  return cell === '是' || cell === '收费' ? '收费，标准请咨询窗口' : cell
}

/** How each column's text becomes a value; columns that are not here are plain text. */
const readers: Partial<Record<Column, (cell: string, areas: readonly Area[]) => Reading<unknown>>> = {
  aliases: (cell) => ({ value: readLines(cell.replace(/[、，,]/g, '；')) }),
  audience: readAudience,
  area: readArea,
  floor: (cell) => ({ value: readFloor(cell) }),
  legalLimit: readWorkingDays,
  committedLimit: readWorkingDays,
  handling: readHandling,
  visits: readVisits,
  fee: (cell) => ({ value: readFee(cell.trim()) }),
  conditions: (cell) => ({ value: readLines(cell) }),
  materials: (cell) => ({ value: readLines(cell) }),
  online: readOnline,
  legalBasis: (cell) => ({ value: readLines(cell) }),
  soleReview: readFlag,
  associated: readFlag,
  informCommit: readFlag,
  outsideHours: readFlag,
}

/**
 * An item from a row of text. Only the name is required.
 * @param areas the centre's service areas, by whose names or ids the column `area` is understood
 */
export function readRow(row: Row, areas: readonly Area[]): RowReading {
  const problems: CellProblem[] = []
  const fields: Record<string, unknown> = {}
  for (const column of columnOrder) {
    const cell = row[column]
    if (cell === undefined || isBlank(cell)) continue
    const reading = readers[column]?.(cell, areas) ?? { value: cell.replace(/\s*[\r\n]+\s*/g, ' ').trim() }
    if ('problem' in reading) problems.push({ column, problem: reading.problem })
    else if (reading.value !== undefined) fields[column] = reading.value
  }
  if (fields.name === undefined) problems.push({ column: 'name', problem: '请填写' })
  const parsed = v.safeParse(itemContent, { name: '—', ...fields })
  if (!parsed.success) {
    for (const [path, problem] of Object.entries(fieldProblems(parsed.issues))) {
      const [column = 'name', index] = path.split('.') as [Column, string?]
      problems.push({ column, problem: index === undefined ? problem : `第 ${Number(index) + 1} 条：${problem}` })
    }
  }
  return problems.length > 0 || !parsed.success ? { problems } : { content: parsed.output }
}
