import { ServiceError, type FieldProblems, type Since } from '@shared/errors/service-error'
import { OfflineError } from '../platform/offline-error'
import { errorEntry, type ErrorCode } from '@shared/errors/registry'

/** What went wrong, as the page tells it. */
export interface Problem {
  readonly code: ErrorCode
  /** The sentence for people. */
  readonly message: string
  /** Sentences by field path. */
  readonly fields: FieldProblems
  /** What others have done meanwhile, when that is what was wrong; oldest first. */
  readonly since: readonly Since[]
  /** The device has no network. */
  readonly offline: boolean
}

/** The problem in whatever was thrown; something that is no `ServiceError` is a fault of ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ServiceError) return { code: error.code, message: error.message, fields: error.detail.fields ?? {}, since: error.detail.since ?? [], offline: error instanceof OfflineError }
  return { code: 'internal', message: errorEntry('internal').message, fields: {}, since: [], offline: false }
}

/** The one sentence to say of a problem: that of its first field, which is the more exact one, or its own. */
export const sentenceOf = ({ fields, message }: Problem): string => Object.values(fields)[0] ?? message
