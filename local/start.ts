import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startHouse } from './house'
import { terminalProgress } from './progress'

const HELP = `npm start [-- OPTIONS]

Runs the whole centre on this machine: app, API, DynamoDB, photo store, a stand-in for WeChat.
Data is kept in .local/ between runs.

  --fresh       begin anew: delete .local/ first
  --port N      first port to try for the address (default 8080; a taken one is stepped over)
  --data DIR    where the data lies (default .local)
  --api-only    without the app: nothing is built
  -h, --help    this text`

/** The AWS SDK asks for Node 22 from 2027 on; the Lambdas run on 22, and here it is not the reader's concern. */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.local' }, 'api-only': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(HELP)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) throw new Error(`--port 应为 1024 至 65000 的整数，而不是“${values.port}”`)
  const root = join(__dirname, '..')
  const folder = resolve(root, values.data)
  if (values.fresh) rmSync(folder, { recursive: true, force: true })

  const begun = Date.now()
  const progress = terminalProgress()
  progress.say('\n市民中心 · 本机启动\n')
  const house = await startHouse({ root, folder, port, progress, app: !values['api-only'] })

  progress.say(`
  市民入口    ${house.url}
  工作人员    ${house.staffUrl}
              账号 ${house.staff.username}    密码 ${house.staff.password}
  模拟微信    ${house.wechatUrl}
  数据目录    ${folder}

  已就绪（${((Date.now() - begun) / 1000).toFixed(1)} 秒）。按 Ctrl-C 停止，数据会保留；npm start -- --fresh 从头开始。
`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    progress.say('\n  正在停止……')
    await house.stop()
    progress.say('  已停止，数据已保留。')
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

main().catch((error: unknown) => {
  console.error(`\n启动没有成功：${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
