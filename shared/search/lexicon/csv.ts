/** One cell of a CSV text and where it stands, both counted from 1. */
export interface CsvCell {
  readonly text: string
  readonly row: number
  readonly column: number
}

/**
 * Splits CSV (RFC 4180: commas, double quotes doubled inside quotes, any line end, an optional byte-order mark) into rows of cells.
 * Blank lines are skipped; `row` counts lines of the file, so that an error can name the line an editor shows.
 */
export function readCsv(text: string): CsvCell[][] {
  const rows: CsvCell[][] = []
  let cells: CsvCell[] = []
  let cell = ''
  let line = 1
  let startLine = 1
  let quoted = false
  const endCell = (): void => {
    cells.push({ text: cell.trim(), row: startLine, column: cells.length + 1 })
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (cells.some(({ text: content }) => content !== '')) rows.push(cells)
    cells = []
  }
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const unit = text[i]
    if (unit === '\n') line++
    if (quoted) {
      if (unit !== '"') cell += unit
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (unit === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (unit === ',') endCell()
    else if (unit === '\n') {
      endRow()
      startLine = line
    } else if (unit !== '\r') cell += unit
  }
  endRow()
  return rows
}
