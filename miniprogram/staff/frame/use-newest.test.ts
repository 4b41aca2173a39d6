/** @jest-environment jsdom */
import { renderHook } from '@testing-library/react'
import { ServiceError } from '@shared/errors/service-error'
import { useNewest } from './use-newest'

const quicker = { number: 4, words: ['甲', '乙'] }

const setup = () => renderHook(() => useNewest({ number: 3, words: ['甲'] }, () => Promise.resolve(quicker))).result.current

test('when a colleague was quicker it is said, and the next attempt goes out from what they wrote', async () => {
  const newest = setup()
  await expect(newest.write(() => Promise.reject(new ServiceError('version-conflict')))).rejects.toMatchObject({ code: 'version-conflict' })
  expect(newest.current()).toBe(quicker)
  const sent: unknown[] = []
  await newest.write(async (it) => void sent.push(it))
  expect(sent).toEqual([quicker])
})

test('what is refused for another reason changes nothing', async () => {
  const newest = setup()
  await expect(newest.write(() => Promise.reject(new ServiceError('invalid-request')))).rejects.toMatchObject({ code: 'invalid-request' })
  expect(newest.current().number).toBe(3)
})
