/**
 * The day that somebody typed, as `2026-12-31`: `2026/12/31`, `2026年12月31日`, `20261231` too; undefined when it is none.
 * Whether the calendar has such a day the server says.
 */
export function dayFrom(typed: string): string | undefined {
  const text = typed.trim()
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!found) return undefined
  const [, year, month, day] = found
  return `${year}-${`0${month}`.slice(-2)}-${`0${day}`.slice(-2)}`
}
