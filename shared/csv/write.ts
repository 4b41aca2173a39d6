/** What a spreadsheet program would take for a formula begins with one of these, full-width forms included (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell's text with what would be a formula made harmless by an apostrophe before it. */
export const harmlessCell = (value: string): string => (formula.test(value) ? `'${value}` : value)

/** One cell of a CSV file: no formula, quotes doubled. */
function cellOf(value: string): string {
  const safe = harmlessCell(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Rows as CSV (RFC 4180) that spreadsheet programs open with its Chinese characters whole: a byte order mark comes first. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => cellOf(String(cell))).join(',')).join('\r\n')}\r\n`
