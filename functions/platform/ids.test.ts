import * as v from 'valibot'
import { randomId } from '@shared/api/fields'
import { newId, newSecret, systemRandomness } from './ids'

test('ids fit their schema, use the whole alphabet, and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, () => newId(systemRandomness))
  expect(ids.every((id) => v.is(randomId, id))).toBe(true)
  expect(new Set(ids).size).toBe(2000)
  expect(new Set(ids.join('')).size).toBe(32)
})

test('a secret has 256 bits', () => {
  expect(Buffer.from(newSecret(systemRandomness), 'base64url')).toHaveLength(32)
})
