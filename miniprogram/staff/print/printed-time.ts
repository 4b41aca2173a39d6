const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/** An instant as it stands on paper, in China's time: `2026-11-23 16:05`. */
export function printedTime(at: string | number): string {
  const local = new Date((typeof at === 'number' ? at : Date.parse(at)) + 8 * 3_600_000)
  return `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}
