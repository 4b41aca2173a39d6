import { join } from 'node:path'
import { mayReplaceEvent, readGrants } from './roles'

const grants = readGrants(join(__dirname, '../serverless/functions.yml'))

test('the audit log can be added to and read, and no Lambda may do anything else with it', () => {
  const held = Object.entries(grants).flatMap(([lambda, all]) => [...all].filter((it) => it.endsWith(' AuditTable') || it.includes(' AuditTable/')).map((it) => `${lambda} ${it}`))
  expect(held.length).toBeGreaterThan(0)
  for (const grant of held) expect(grant).toMatch(/^[a-z]+ dynamodb:(PutItem|Query) AuditTable$/)
  // Reading it is the administrator's.
  expect(held.filter((it) => it.includes('Query'))).toEqual(['admin dynamodb:Query AuditTable'])
})

test('no Lambda may change or delete a row of the complaints table in place', () => {
  const held = new Set(Object.values(grants).flatMap((all) => [...all].filter((it) => it.endsWith(' ComplaintsTable'))))
  expect([...held].sort()).toEqual(['BatchGetItem', 'GetItem', 'PutItem', 'Query'].map((it) => `dynamodb:${it} ComplaintsTable`))
})

test('an event of a complaint is put only where there is none, and only together with its step', () => {
  const event = { TableName: 'ComplaintsTable', Item: { pk: 'c#complaint#x', sk: 'event#000002' }, ConditionExpression: 'attribute_not_exists(pk)' }
  const { ConditionExpression: _, ...unguarded } = event
  expect(mayReplaceEvent('TransactWriteCommand', { TransactItems: [{ Put: event }] })).toBe(false)
  expect(mayReplaceEvent('TransactWriteCommand', { TransactItems: [{ Put: { ...event, Item: { ...event.Item, sk: 'complaint' } } }, { Put: unguarded }] })).toBe(true)
  expect(mayReplaceEvent('TransactWriteCommand', { TransactItems: [{ Put: { ...event, ConditionExpression: 'version = :before' } }] })).toBe(true)
  expect(mayReplaceEvent('PutCommand', event)).toBe(true)
  expect(mayReplaceEvent('PutCommand', { ...unguarded, TableName: 'MessagesTable' })).toBe(false)
})
