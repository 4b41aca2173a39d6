/** Order of texts by UTF-16 units, the same on every machine (no locale). */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
