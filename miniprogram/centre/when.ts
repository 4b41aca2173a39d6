const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/** An instant as people read it, in China's time: 今天 09:05, 11月23日 09:05, or with the year when it is another one. `now` in ms. */
export function whenInWords(instant: string, now: number): string {
  const there = new Date(Date.parse(instant) + 8 * 3_600_000)
  const here = new Date(now + 8 * 3_600_000)
  if (Number.isNaN(there.getTime())) return instant
  const time = `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`
  const sameYear = there.getUTCFullYear() === here.getUTCFullYear()
  if (sameYear && there.getUTCMonth() === here.getUTCMonth() && there.getUTCDate() === here.getUTCDate()) return `今天 ${time}`
  const day = `${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
  return sameYear ? `${day} ${time}` : `${there.getUTCFullYear()}年${day} ${time}`
}
