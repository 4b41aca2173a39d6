import { chinaDay } from '@shared/calendar/calendar'

/** Present instant, ms since 1970; passed in so that tests choose the time. */
export type Clock = () => number

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()

/** An instant in the form in which it is stored and sent: UTC, ISO-8601 with milliseconds. */
export const isoInstant = (instantMs: number): string => new Date(instantMs).toISOString()

/** Today in China's time (UTC+8), `2026-11-23`. */
export const chinaToday = (now: Clock): string => chinaDay(now())
