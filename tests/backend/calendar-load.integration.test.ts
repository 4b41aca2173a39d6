import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chinaDay } from '@shared/calendar/calendar'
import { routes } from '@shared/api/routes'
import { localEnvironment } from '../../local/environment'
import { centre, startBackend, type Backend } from './backend'

jest.setTimeout(120_000)

const root = join(__dirname, '../..')
let backend: Backend
let folder: string
beforeAll(async () => { backend = await startBackend(); folder = mkdtempSync(join(tmpdir(), 'calendar-')) }, 30_000)
afterAll(async () => { await backend.stop(); rmSync(folder, { recursive: true }) })

/** `npm run calendar:load` with these arguments. */
function load(...args: string[]): Promise<{ code: number; said: string }> {
  const { config } = backend.core
  const env = localEnvironment({ tableIds: Object.values(config.tables), dynamodb: config.dynamoEndpoint!, photos: config.photos.endpoint!, wechat: config.wechat.url })
  return new Promise((resolve) => execFile(process.execPath, [require.resolve('tsx/cli'), 'local/load-calendar.ts', ...args], { cwd: root, env: { ...process.env, ...env } }, (error, out, err) =>
    resolve({ code: error ? Number(error.code) : 0, said: out + err })))
}
const file = (text: string) => {
  const path = join(folder, 'calendar.csv')
  writeFileSync(path, text)
  return path
}
const year = Number(chinaDay(Date.now()).slice(0, 4))
const linesOf = (of: number) => Array.from({ length: 12 }, (_, i) => `${of}-02-${String(i + 1).padStart(2, '0')},holiday,春节`).join('\n')
const published = `date,kind,name\n${linesOf(year)}`
const next = linesOf(year + 1)

test('staff are warned on 20 December that the calendar ends; once next year is loaded, no longer', async () => {
  backend.pass(Date.parse(`${year}-12-20T02:00:00.000Z`) - backend.core.now())
  const window = backend.as((await backend.staff('window')).token)
  expect(await load(centre, file(published))).toMatchObject({ code: 0, said: expect.stringContaining(`${year} 年，共 12 行`) })
  // Another process loaded it: ours remembers the former one for a minute.
  backend.pass(61_000)
  expect((await window(routes.complaints.staffCounts, {})).calendarEnds).toBe(`${year}-12-31`)
  expect(await load(centre, file(`${published}\n${next}\n`))).toMatchObject({ code: 0, said: expect.stringContaining(`${year}、${year + 1} 年`) })
  backend.pass(61_000)
  expect((await window(routes.complaints.staffCounts, {})).calendarEnds).toBeUndefined()
})

test('a file with a fault is refused in words, without a trace of the program, and the calendar stays as it was', async () => {
  for (const text of [`${published}\n${year + 2}-01-01,holiday,元旦\n`, `date,kind,name\n${next}\n`]) {
    const ended = await load(centre, file(text))
    expect(ended).toMatchObject({ code: 1, said: expect.stringMatching(/放假安排不完整|没有今年/) })
    expect(ended.said).not.toContain('    at ')
  }
  backend.pass(61_000)
  const { years } = await backend.services.centres.calendar(centre)
  expect([...years]).toEqual([year, year + 1])
})

test('a file that is not there, a centre that is not there and a wrong number say so', async () => {
  expect(await load(centre, join(folder, 'none.csv'))).toMatchObject({ code: 1, said: expect.stringContaining('读不到文件') })
  expect(await load('999999')).toMatchObject({ code: 1, said: expect.stringMatching(/not-found|没有|找不到/) })
  expect(await load('37')).toMatchObject({ code: 1, said: expect.stringContaining('用法') })
})
