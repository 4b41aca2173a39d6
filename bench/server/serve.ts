/** The items Lambda's app behind a local HTTP server, in a process of its own; says its port to the parent. */
import { itemsApp } from '../../functions/lambda/apps/items'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { createLog } from '../../functions/platform/log'
import { apiGateway } from '../../local/api-gateway'
import { listen } from '../../local/servers'

async function main(): Promise<void> {
  const app = apiGateway([itemsApp(createCore(readConfig(process.env), { log: createLog(() => {}) }))])
  const { port } = await listen(app, 0)
  process.send?.({ port })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
