import { join } from 'node:path'
import { createItemServices } from '../functions/lambda/item-services'
import { createServices } from '../functions/lambda/services'
import { readConfig } from '../functions/platform/config'
import { createCore } from '../functions/platform/core'
import { createLog } from '../functions/platform/log'
import { firstData, readCentre } from './first-data'
import { newPassword } from './staff'

const usage = '用法：npm run centre:load -- 管理员用户名（3 至 32 位小写字母、数字、点或短横）；升级以后不写用户名，就不新建管理员'

/**
 * Loads data/ into the tables that the environment names: the first load of a deployed centre, and what an upgrade fills in (docs/deploy.md).
 * Where the centre is there already, its data is left alone; search data of an older format is made anew, and what the figures need of complaints
 * that an older version recorded is filled in: again does no harm. With a username an administrator is made, whose password is printed once.
 */
async function main(): Promise<void> {
  const [username] = process.argv.slice(2)
  if (username !== undefined && !/^[a-z0-9][a-z0-9.-]{2,31}$/.test(username)) throw new Error(usage)
  const root = join(__dirname, '..')
  const core = createCore(readConfig(process.env), { log: createLog((line) => console.error(line)) })
  const { accounts, centres, complaints } = createServices(core)
  if (username === undefined && !(await centres.get(readCentre(root).id).then(() => true, () => false))) throw new Error(`中心还没有载入，要有一位管理员。${usage}`)
  const password = newPassword()
  const { id, loaded, items } = await firstData({ core, root, staff: { username: username ?? '', password } })
  console.log(loaded ? `中心 ${id} 已载入，${items} 个事项。` : `中心 ${id} 已在库中，数据没有改动。`)
  if (!loaded) {
    await createItemServices(core).snapshots.renewFormat(id)
    const { seen, filled } = await complaints.fillFacts(id)
    console.log(`统计：${seen} 件找茬，补上 ${filled} 件${filled > 0 ? '，下次夜里统计时算进去' : ''}。`)
    if (username !== undefined) await accounts.admin.create(id, 'start', { username, name: '系统管理员', role: 'admin', password })
  }
  if (username !== undefined) console.log(`管理员 ${username}，密码 ${password}（只显示这一次）`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
