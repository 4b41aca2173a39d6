import fc from 'fast-check'
import { fromCursor, toCursor } from './cursor'

test('a cursor leads back to its sort key', () => {
  fc.assert(fc.property(fc.stringMatching(/^[\x20-\x7e]{1,100}$/), (key) => expect(fromCursor(toCursor(key))).toBe(key)))
  expect(fromCursor(undefined)).toBeUndefined()
})

test('a made-up cursor is a clear error', () => {
  expect(() => fromCursor(Buffer.from('\u0000x').toString('base64url'))).toThrow(expect.objectContaining({ code: 'invalid-request' }))
})
