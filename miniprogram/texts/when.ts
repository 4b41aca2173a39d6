import { chinaDay } from '@shared/calendar/calendar'

const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** A calendar day for people, `11月23日`; with the year when it is not the present one. */
export function dayInWords(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayWords(day) : `${day.slice(0, 4)}年${dayWords(day)}`
}

/** An instant as people read it, in China's time: 今天 09:05, 11月23日 09:05, or with the year when it is another one. `now` in ms. */
export function whenInWords(instant: string, now: number): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return instant
  const [day, today] = [chinaDay(ms), chinaDay(now)]
  return `${day === today ? '今天' : dayInWords(day, today)} ${new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

/** How many calendar days in China's time lie between an instant and the present; 0 on the same day. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.round((Date.parse(chinaDay(now)) - Date.parse(chinaDay(Date.parse(instant)))) / 86_400_000))
}
