import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGrants } from '../local/roles'

/**
 * Compares the DynamoDB grants that serverless/functions.yml declares with those that the integration tests used
 * (`GRANTS_LOG`, written by tests/backend/held-core.ts). A missing grant has failed its test already; here the unused ones fail.
 */
function main(): void {
  const file = process.env.GRANTS_LOG
  if (!file || !existsSync(file)) {
    console.error('GRANTS_LOG names no file: run the integration tests first, with the same GRANTS_LOG')
    process.exit(2)
  }
  const used = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  const declared = Object.entries(readGrants(join(__dirname, '../serverless/functions.yml')))
    .flatMap(([lambda, grants]) => [...grants].filter((grant) => !grant.endsWith('.StreamArn')).map((grant) => `${lambda} ${grant}`))
  const unused = declared.filter((line) => !used.has(line))
  for (const line of unused) console.log(`  unused: ${line}`)
  console.log(`\n${declared.length - unused.length} passed, ${unused.length} failed`)
  process.exit(unused.length === 0 ? 0 : 1)
}

main()
