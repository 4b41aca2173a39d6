import { join } from 'node:path'
import { readGrants } from './roles'

const grants = readGrants(join(__dirname, '../serverless/functions.yml'))

test('the audit log can be added to and read, and no Lambda may do anything else with it', () => {
  const held = Object.entries(grants).flatMap(([lambda, all]) => [...all].filter((it) => it.endsWith(' AuditTable') || it.includes(' AuditTable/')).map((it) => `${lambda} ${it}`))
  expect(held.length).toBeGreaterThan(0)
  for (const grant of held) expect(grant).toMatch(/^[a-z]+ dynamodb:(PutItem|Query) AuditTable$/)
  // Reading it is the administrator's.
  expect(held.filter((it) => it.includes('Query'))).toEqual(['admin dynamodb:Query AuditTable'])
})

test('no Lambda may delete a complaint or an event of one', () => {
  for (const all of Object.values(grants)) for (const it of all) expect(it).not.toMatch(/^dynamodb:(DeleteItem|BatchWriteItem|PartiQL\w*) ComplaintsTable$/)
})
