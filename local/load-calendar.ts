import { chinaDay } from '@shared/calendar/calendar'
import { createServices } from '../functions/lambda/services'
import { readConfig } from '../functions/platform/config'
import { createCore } from '../functions/platform/core'
import { createLog } from '../functions/platform/log'
import { readCalendar } from './read-calendar'

/** Puts a calendar in place of a centre's former one, with the environment of the Lambda `admin`: docs/runbook.md. */
async function main(): Promise<void> {
  const [centre, file = 'data/calendar.csv'] = process.argv.slice(2)
  if (!centre || !/^\d{6}$/.test(centre)) throw new Error('用法：npm run calendar:load -- 中心编号 [日历文件，默认 data/calendar.csv]')
  const rows = readCalendar(file)
  // It takes the place of the former one: without this year every deadline that runs could no longer be counted.
  const year = chinaDay(Date.now()).slice(0, 4)
  if (!rows.some(({ date }) => date.startsWith(year))) throw new Error(`${file} 里没有今年（${year} 年）的安排。文件会整个替换原来的日历，请把今年的也写上`)
  const { centres } = createServices(createCore(readConfig(process.env), { log: createLog((line) => console.error(line)) }))
  await centres.put(await centres.get(centre), rows)
  console.log(`中心 ${centre} 的工作日历已更新：${[...new Set(rows.map((row) => row.date.slice(0, 4)))].join('、')} 年，共 ${rows.length} 行。`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
