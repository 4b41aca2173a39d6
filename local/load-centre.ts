import { join } from 'node:path'
import { createServices } from '../functions/lambda/services'
import { readConfig } from '../functions/platform/config'
import { createCore } from '../functions/platform/core'
import { createLog } from '../functions/platform/log'
import { firstData } from './first-data'
import { newPassword } from './staff'

/**
 * Loads data/ into the tables that the environment names: the first load of a deployed centre (docs/deploy.md). Where the centre is
 * there already, its data is left alone; the administrator is made, and what the figures need of complaints that an older version recorded
 * is filled in: again does no harm. Prints the administrator's password, once.
 */
async function main(): Promise<void> {
  const [username] = process.argv.slice(2)
  if (!username || !/^[a-z0-9][a-z0-9.-]{2,31}$/.test(username)) throw new Error('用法：npm run centre:load -- 管理员用户名（3 至 32 位小写字母、数字、点或短横）')
  const core = createCore(readConfig(process.env), { log: createLog((line) => console.error(line)) })
  const password = newPassword()
  const { id, loaded, items } = await firstData({ core, root: join(__dirname, '..'), staff: { username, password } })
  const { accounts, complaints } = createServices(core)
  if (!loaded) await accounts.admin.create(id, 'start', { username, name: '系统管理员', role: 'admin', password })
  console.log(loaded ? `中心 ${id} 已载入，${items} 个事项。` : `中心 ${id} 已在库中，数据没有改动。`)
  if (!loaded) {
    const { seen, filled } = await complaints.fillFacts(id)
    console.log(`统计：${seen} 件找茬，补上 ${filled} 件${filled > 0 ? '，下次夜里统计时算进去' : ''}。`)
  }
  console.log(`管理员 ${username}，密码 ${password}（只显示这一次）`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
