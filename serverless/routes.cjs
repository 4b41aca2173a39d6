/**
 * API Gateway's events, made from the route table in shared/api/routes.ts, so that a route is stated once.
 * In serverless.yml: `${file(serverless/routes.cjs):items}` gives the events of the Lambda `items`.
 */
const { buildSync } = require('esbuild')
const { join } = require('node:path')

function routeList() {
  const root = join(__dirname, '..')
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'shared/api/routes.ts')],
    bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'error',
  })
  const module = { exports: {} }
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require)
  return module.exports.routeList
}

const eventsOf = (lambda) => () =>
  routeList()
    .filter((route) => route.lambda === lambda)
    .map(({ method, path }) => ({ httpApi: { method, path: `/api/v1${path.replace(/:([A-Za-z]+)/g, '{$1}')}` } }))

module.exports = { items: eventsOf('items'), complaints: eventsOf('complaints'), accounts: eventsOf('accounts'), admin: eventsOf('admin') }
