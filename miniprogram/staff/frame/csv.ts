/** A cell that a spreadsheet program would take for a formula begins with one of these. */
const formula = /^[=+\-@\t\r]/

/** One cell of a CSV file: a formula made harmless by an apostrophe before it (OWASP, CSV injection), quotes doubled. */
function cellOf(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Rows as CSV (RFC 4180) that spreadsheet programs open with its Chinese characters whole: a byte order mark comes first. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => cellOf(String(cell))).join(',')).join('\r\n')}\r\n`
