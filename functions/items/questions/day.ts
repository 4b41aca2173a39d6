const chinaMs = 8 * 3_600_000
const dayMs = 86_400_000

/** The day in China (UTC+8) of an instant, `2026-11-23`; `back` days earlier. */
export const chinaDay = (instantMs: number, back = 0): string => new Date(instantMs + chinaMs - back * dayMs).toISOString().slice(0, 10)

/** The day before a day, `back` days earlier. */
export const dayBefore = (day: string, back = 1): string => new Date(Date.parse(`${day}T00:00:00Z`) - back * dayMs).toISOString().slice(0, 10)
