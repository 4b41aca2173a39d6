import { ServiceError } from '@shared/errors/service-error'

/** A sort key as an opaque cursor for a URL. */
export const toCursor = (sortKey: string): string => Buffer.from(sortKey, 'utf8').toString('base64url')

/** The sort key in a cursor. @throws ServiceError `invalid-request` for one that is not ours. */
export function fromCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^[\x20-\x7e]{1,400}$/.test(sortKey)) throw new ServiceError('invalid-request', { fields: { cursor: '格式不正确' } })
  return sortKey
}
