import * as v from 'valibot'
import { errorEntry, isErrorCode, type ErrorCode } from './registry'

/** Problem sentences by field path, e.g. `{ 'where.item': '请填写' }`. */
export type FieldProblems = Readonly<Record<string, string>>

/** Something that somebody did meanwhile: what, as people call it, who, and when (UTC). */
const since = v.object({ what: v.string(), by: v.string(), at: v.string() })
/** Something that somebody did meanwhile. */
export type Since = v.InferOutput<typeof since>

/** What may go with an error code. */
export interface ErrorDetail {
  /** Problem sentences by field path. */
  readonly fields?: FieldProblems
  /** With `version-conflict`: the version that is stored now. */
  readonly currentVersion?: number
  /** With `version-conflict` and `action-not-possible`: what others have done since the version that was acted on, oldest first. */
  readonly since?: readonly Since[]
}

/** The one exception of the house: thrown by services, answered by the HTTP binding, and thrown again by the phone's client. */
export class ServiceError extends Error {
  readonly detail: ErrorDetail
  constructor(readonly code: ErrorCode, detail: ErrorDetail = {}) {
    super(errorEntry(code).message)
    this.name = 'ServiceError'
    this.detail = detail
  }

  /** HTTP status of the error. */
  get status(): number {
    return errorEntry(this.code).status
  }
}

/** Body of every answer that is not a success. */
export const errorBody = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    next: v.optional(v.string()),
    fields: v.optional(v.record(v.string(), v.string())),
    currentVersion: v.optional(v.number()),
    since: v.optional(v.array(since)),
  }),
})
/** Body of every answer that is not a success. */
export type ErrorBody = v.InferOutput<typeof errorBody>

/** The body for an error. */
export function toErrorBody(error: ServiceError): ErrorBody {
  const { message, next } = errorEntry(error.code)
  const { fields, currentVersion, since: done } = error.detail
  return {
    error: {
      code: error.code,
      message,
      ...(next ? { next } : {}),
      ...(fields ? { fields: { ...fields } } : {}),
      ...(currentVersion !== undefined ? { currentVersion } : {}),
      ...(done ? { since: [...done] } : {}),
    },
  }
}

/** The error that an answer's body speaks of; a body that is none of ours (a proxy's page) becomes `unavailable` for status ≥ 502, else `internal`. */
export function fromErrorBody(status: number, body: unknown): ServiceError {
  const parsed = v.safeParse(errorBody, body)
  if (!parsed.success || !isErrorCode(parsed.output.error.code)) return new ServiceError(status === 429 ? 'too-many-requests' : status >= 502 ? 'unavailable' : 'internal')
  const { code, fields, currentVersion, since: done } = parsed.output.error
  return new ServiceError(code as ErrorCode, { ...(fields ? { fields } : {}), ...(currentVersion !== undefined ? { currentVersion } : {}), ...(done ? { since: done } : {}) })
}
