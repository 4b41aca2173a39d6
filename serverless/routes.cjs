/**
 * API Gateway's events, made from the route table in shared/api/routes.ts, so that a route is stated once.
 * In serverless.yml: `${file(serverless/routes.cjs):items}` gives the events of the Lambda `items`.
 */
const { buildSync } = require('esbuild')
const { join } = require('node:path')

function readTable() {
  const root = join(__dirname, '..')
  const { outputFiles } = buildSync({
    stdin: { contents: `export { routeList } from '@shared/api/routes'; export { routeKeyOf } from './functions/platform/http/event'`, resolveDir: root },
    alias: { '@shared': join(root, 'shared') }, bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'error',
  })
  const module = { exports: {} }
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require)
  return module.exports
}

const eventsOf = (lambda) => () => {
  const { routeList, routeKeyOf } = readTable()
  return routeList.filter((route) => route.lambda === lambda).map((route) => ({ httpApi: routeKeyOf(route) }))
}

module.exports = { items: eventsOf('items'), complaints: eventsOf('complaints'), accounts: eventsOf('accounts'), admin: eventsOf('admin') }
