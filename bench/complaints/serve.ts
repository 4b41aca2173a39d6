/** The gateway with the Lambdas of complaints and accounts behind it, in a process of its own; says its port, then on `stop` the processor time that it took. */
import { accountsApp } from '../../functions/lambda/apps/accounts'
import { complaintsApp } from '../../functions/lambda/apps/complaints'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { createLog } from '../../functions/platform/log'
import { apiGateway } from '../../local/api-gateway'
import { listen } from '../../local/servers'

async function main(): Promise<void> {
  const core = createCore(readConfig(process.env), { log: createLog(() => {}) })
  const { port } = await listen(apiGateway([complaintsApp(core), accountsApp(core)]), 0)
  let before = process.cpuUsage()
  process.on('message', (message) => {
    if (message === 'begin') before = process.cpuUsage()
    if (message !== 'stop') return
    const { user, system } = process.cpuUsage(before)
    process.send?.({ cpuMs: (user + system) / 1000 }, () => process.exit(0))
  })
  process.send?.({ port })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
