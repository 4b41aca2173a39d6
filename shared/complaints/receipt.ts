/** The number that people read out: ZC-YYYYMMDD-NNNN; day as `2026-11-23`, sequence from 1. From 10,000 on it has five digits. */
export function receiptOf(day: string, sequence: number): string {
  return `ZC-${day.replace(/-/g, '')}-${String(sequence).padStart(4, '0')}`
}
