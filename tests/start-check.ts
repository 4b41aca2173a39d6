import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from './start-process'

/**
 * Does what a stranger does: start, look, Ctrl-C, start again. Prints how long each start took, judges only that both work, that
 * a taken port is stepped over, that Ctrl-C ends everything with exit 0, and that the data is still there.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'))
  let passed = 0
  let failed = 0
  const judge = (holds: boolean, what: string) => {
    console.log(`  ${holds ? '✓' : '✗'} ${what}`)
    if (holds) passed++
    else failed++
  }
  const search = async (url: string) => (await fetch(`${url}/api/v1/centres/370214/search?q=${encodeURIComponent('结婚登记')}`)).json() as Promise<{ hits: { name: string }[] }>
  try {
    for (const [round, port] of [['first start', 28_200], ['second start', 28_200]] as const) {
      const begun = Date.now()
      const house = await startProcess(folder, port)
      const seconds = ((Date.now() - begun) / 1000).toFixed(1)
      judge((await (await fetch(`${house.url}/`)).text()).includes('<div id="app"'), `${round}: the app is served after ${seconds} s`)
      judge((await search(house.url)).hits[0]?.name.includes('结婚登记') === true, `${round}: 结婚登记 is found`)
      judge(/密码 \S{10,}/.test(house.said()), `${round}: the staff sign-in is printed`)
      if (round === 'second start') {
        const beside = await startProcess(mkdtempSync(join(tmpdir(), 'start-')), port)
        judge(beside.url !== house.url && beside.said().includes('已被占用'), 'a taken port is stepped over and said')
        const gone = new Promise((resolve) => beside.child.once('exit', resolve))
        process.kill(-(beside.child.pid ?? 0), 'SIGINT')
        await gone
      }
      const ended = new Promise<number | null>((resolve) => house.child.once('exit', resolve))
      process.kill(-(house.child.pid ?? 0), 'SIGINT')
      judge((await ended) === 0, `${round}: Ctrl-C ends it with exit 0`)
      judge(existsSync(join(folder, 'dynamodb.sqlite')) && !existsSync(join(folder, 'running.json')), `${round}: the data is kept and the folder is free`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

void main()
