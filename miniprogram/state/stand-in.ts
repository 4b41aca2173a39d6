import type { Seen } from './last-seen'
import type { Problem } from './problem'

/** Why and since when a value is not the current one. */
export interface Stale {
  /** When it was fetched; none in what an older version of the app kept. */
  readonly at: string | undefined
  /** The device has no network; else the service does not answer. */
  readonly offline: boolean
}

/** Refusals for which nothing may stand in: it is gone, or not this person's. */
const final: readonly string[] = ['not-found', 'not-allowed', 'sign-in-required', 'session-expired']

/** What a page shows: the value, else what was seen before in its place; a problem only when there is neither, or nothing may stand in. */
export function standIn<T>(value: T | undefined, problem: Problem | undefined, before: Seen<T> | undefined): { readonly value: T | undefined; readonly problem: Problem | undefined; readonly stale: Stale | undefined } {
  if (!before || (problem && final.includes(problem.code))) return { value, problem, stale: undefined }
  return { value: value ?? before.value, problem: undefined, stale: problem ? { at: before.at, offline: problem.offline } : undefined }
}
