import { systemRandomness } from '../platform/ids'
import { hashPassword, passwordMatches } from './passwords'

test('a password matches its own hash and no other, at the cost that the hash names', async () => {
  const hash = await hashPassword('正确的密码 123', systemRandomness, 10)
  expect(hash).toMatch(/^scrypt-10\./)
  expect(await passwordMatches('正确的密码 123', hash, 15)).toBe(true)
  expect(await passwordMatches('错误的密码 123', hash, 15)).toBe(false)
})

test('the same password has another hash each time', async () => {
  expect(await hashPassword('a-password', systemRandomness, 10)).not.toBe(await hashPassword('a-password', systemRandomness, 10))
})

test('no password matches an account that does not exist', async () => {
  expect(await passwordMatches('', undefined, 10)).toBe(false)
})

test('a hash at the standard cost takes at least 50 ms, so that guessing is dear', async () => {
  const began = process.hrtime.bigint()
  await hashPassword('a-password', systemRandomness, 15)
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeGreaterThan(50)
})
