import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createNumbering } from './numbering'
import type { Outcome } from './store'

const day = '2026-11-23'

/** A caches table that counts, and complaints whose numbers are taken. */
function setup({ former = 0, taken = [] as number[], stored = 0 } = {}) {
  let last = stored
  const send = async ({ input }: { input: { ExpressionAttributeValues: Record<string, number> } }) => ({ Attributes: { last: last += input.ExpressionAttributeValues[':count']! } })
  const numbered = createNumbering({ send } as unknown as DynamoDBDocumentClient, 'CachesTable', () => Date.parse('2026-11-23T08:00:00.000Z'), async () => former)
  const asked: string[] = []
  const create = async (receipt: string): Promise<Outcome> => {
    asked.push(receipt)
    return taken.includes(Number(receipt.slice(-4))) ? 'number-taken' : 'written'
  }
  return { asked, raise: () => numbered('370214', day, create) }
}

test('complaints of a day are numbered from 1 on, each number once', async () => {
  const { asked, raise } = setup()
  await raise()
  await raise()
  expect(asked).toEqual(['ZC-20261123-0001', 'ZC-20261123-0002'])
})

test('on the day of the change the numbers go on from where an older version had counted', async () => {
  const { asked, raise } = setup({ former: 41 })
  await raise()
  await raise()
  expect(asked).toEqual(['ZC-20261123-0042', 'ZC-20261123-0043'])
})

test('a number that another complaint has is passed over', async () => {
  const { asked, raise } = setup({ stored: 1, taken: [2, 3] })
  expect(await raise()).toBe('written')
  expect(asked).toEqual(['ZC-20261123-0002', 'ZC-20261123-0003', 'ZC-20261123-0004'])
})

test('when every number is taken it says that it cannot be done now, instead of trying for ever', async () => {
  await expect(setup({ stored: 1, taken: Array.from({ length: 50 }, (_, number) => number) }).raise()).rejects.toMatchObject({ code: 'unavailable' })
})
