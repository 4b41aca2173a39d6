/** One record of a CSV text: its row as a spreadsheet counts (1 for the first, empty ones counted) and its cells. */
export interface CsvRecord {
  readonly row: number
  readonly cells: readonly string[]
}

/** The text is no CSV; `line` is where. */
export class CsvError extends Error {
  constructor(readonly line: number, message: string) {
    super(message)
    this.name = 'CsvError'
  }
}

/**
 * Reads CSV (RFC 4180): fields parted by commas, records by LF, CRLF or CR, quotes doubled inside quotes. A byte order mark and lines
 * with nothing in them are left out. A quote in the middle of an unquoted field is taken as it is, as spreadsheets write it.
 * @throws CsvError for a quote that is never closed, or text between a closing quote and the next comma
 */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  for (let row = 1; at < text.length; row++) {
    const cells: string[] = []
    for (;;) {
      let cell: string
      if (text[at] === '"') {
        const opened = line
        let end = at + 1
        let value = ''
        for (;;) {
          const quote = text.indexOf('"', end)
          if (quote < 0) throw new CsvError(opened, '引号没有成对')
          value += text.slice(end, quote)
          if (text[quote + 1] !== '"') { end = quote + 1; break }
          value += '"'
          end = quote + 2
        }
        line += lineBreaks(text, at, end)
        if (end < text.length && !isEnd(text[end])) throw new CsvError(line, '引号后面还有文字')
        cell = value
        at = end
      } else {
        let end = at
        while (end < text.length && !isEnd(text[end])) end++
        cell = text.slice(at, end)
        at = end
      }
      cells.push(cell)
      if (text[at] !== ',') break
      at++
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (at < text.length) { at++; line++ }
    if (cells.length > 1 || cells[0] !== '') records.push({ row, cells })
  }
  return records
}

const isEnd = (character: string | undefined) => character === ',' || character === '\n' || character === '\r'

/** Line breaks in `text[from, to)`; CRLF is one. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) count++
  }
  return count
}
