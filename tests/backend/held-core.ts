import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCore, type Core, type System } from '../../functions/platform/core'
import type { Config } from '../../functions/platform/config'
import { holdToRole, readGrants } from '../../local/roles'

const declared = readGrants(join(__dirname, '../../serverless/functions.yml'))
const noted = new Set<string>()

/** Write down a grant that was used, once a process, for tests/grants.ts to compare with those that are declared. */
function note(lambda: string, grant: string): void {
  const line = `${lambda} ${grant}`
  if (!process.env.GRANTS_LOG || noted.has(line)) return
  noted.add(line)
  appendFileSync(process.env.GRANTS_LOG, `${line}\n`)
}

/** The core of one Lambda, held to the role that serverless/functions.yml gives it. */
export function heldCore(lambda: string, config: Config, system: Partial<System>): Core {
  const core = createCore(config, system)
  holdToRole(core.dynamo, lambda, declared[lambda] ?? new Set(), (grant) => note(lambda, grant))
  return core
}
