import { randomBytes } from 'node:crypto'

/** How a call can fail: no answer for a while, a gateway's error, `-1` busy, a token that no longer holds, JSON of another shape, a page instead of JSON. */
export type FailureKind = 'slow' | '5xx' | 'busy' | 'expired-token' | 'wrong-shape' | 'not-json'

/** A failure to come: which calls (the path begins so), how, how often. */
export interface Failure {
  path: string
  kind: FailureKind
  /** Calls that still fail; without an end: Infinity. */
  times: number
  /** How long `slow` waits, ms. */
  ms: number
}

/** What the fake WeChat remembers; it is gone when the process ends, as a test day is. */
export interface WeChatState {
  appid: string
  secret: string
  /** wx.login codes: each once, for 5 minutes. */
  codes: Map<string, { openid: string; issued: number }>
  tokens: { value: string; issued: number; until: number }[]
  forcedRefreshes: number[]
  /** openid → last seen (ms): a text check needs one of the last 2 hours. */
  seen: Map<string, number>
  logins: Map<string, number[]>
  /** `openid template` → how many sends the citizen granted. */
  grants: Map<string, number>
  sent: { touser: string; template_id: string; page?: string; data: Record<string, { value: string }> }[]
  phoneCodes: Map<string, { number: string; issued: number }>
  /** What the next photo checks find, in the order in which they are ordered; when there is none, that all is well, in version 2. */
  photoFindings: PhotoFinding[]
  /** When codes were made in the last minute. */
  codesMade: number[]
  /** How the next calls fail, by the tester's wish. */
  failures: Failure[]
}

/** What a photo check finds, and in which of WeChat's two shapes it tells; `silence`: the verdict never comes. */
export interface PhotoFinding {
  readonly suggest: 'pass' | 'review' | 'risky' | 'silence'
  readonly version: 1 | 2
}

/** An empty WeChat for one mini-program. */
export function newState(appid: string, secret: string): WeChatState {
  return {
    appid, secret, codes: new Map(), tokens: [], forcedRefreshes: [], seen: new Map(), logins: new Map(), grants: new Map(), sent: [], phoneCodes: new Map(), photoFindings: [], codesMade: [], failures: [],
  }
}

/** A login code for a citizen, as `wx.login` gives the phone. */
export function issueCode(state: WeChatState, openid: string, now: number): string {
  const code = randomBytes(16).toString('hex')
  state.codes.set(code, { openid, issued: now })
  return code
}

/** A code for a telephone number, as the button `getPhoneNumber` gives the phone. */
export function issuePhoneCode(state: WeChatState, number: string, now: number): string {
  const code = randomBytes(16).toString('hex')
  state.phoneCodes.set(code, { number, issued: now })
  return code
}

/** Milliseconds. */
export const MINUTE = 60_000
/** Milliseconds. */
export const HOUR = 60 * MINUTE
