import { percentile, round } from './measure'

/** How one thing that was sent ended: ms until its answer, and whether it was the right one. */
export interface Sent {
  readonly ms: number
  readonly good: boolean
}

/** A steady load and how it was borne; times in ms. */
export interface SteadyResult {
  readonly perSecond: number
  readonly seconds: number
  readonly sent: number
  readonly lost: number
  /** Answered in a second, over the whole time from the first that was sent to the last that was answered. */
  readonly answeredPerSecond: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** So many a second, each sent when it is due, whether or not those before are answered: as people come. */
export async function steadily(perSecond: number, seconds: number, send: (number: number) => Promise<Sent>): Promise<SteadyResult> {
  const underWay: Promise<Sent>[] = []
  const begun = performance.now()
  for (let number = 0; number < perSecond * seconds; number++) {
    const wait = begun + (number * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    underWay.push(send(number))
  }
  const ended = await Promise.all(underWay)
  const took = (performance.now() - begun) / 1000
  const times = ended.map(({ ms }) => ms)
  const lost = ended.filter(({ good }) => !good).length
  return {
    perSecond, seconds, sent: ended.length, lost, answeredPerSecond: round((ended.length - lost) / took, 0),
    p50: round(percentile(times, 0.5), 1), p99: round(percentile(times, 0.99), 1), worst: round(Math.max(...times), 0),
  }
}
