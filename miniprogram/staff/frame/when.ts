import { chinaDay } from '@shared/calendar/calendar'

const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** A calendar day for people, `11月23日`; with the year when it is not the present one. */
export function dayInWords(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayWords(day) : `${day.slice(0, 4)}年${dayWords(day)}`
}

/** An instant for people in China's time, `11月23日 16:05`; `nowMs`: the present, to know the year. */
export function timeInWords(instant: string, nowMs: number): string {
  const ms = Date.parse(instant)
  return `${dayInWords(chinaDay(ms), chinaDay(nowMs))} ${new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

/** How many calendar days in China's time lie between an instant and the present; 0 on the same day. */
export function daysSince(instant: string, nowMs: number): number {
  return Math.max(0, Math.round((Date.parse(chinaDay(nowMs)) - Date.parse(chinaDay(Date.parse(instant)))) / 86_400_000))
}
