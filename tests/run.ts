import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const HELP = `npm test [-- --only STEP[,STEP]] [--engine local]

Runs everything that must hold before a change is shared, and ends with one summary.
Steps: types, lint, unit, integration (real DynamoDB process), grants (roles against what the integration tests used),
browser (the main job in Chromium); durability (kill -9 in the middle of work, minutes long) only when it is named.

  --engine local   on Amazon's DynamoDB Local instead of the embedded engine; npm run test:local is its integration and durability`

const STEPS: Record<string, { title: string; command: string[] }> = {
  types: { title: 'type check', command: ['tsc', '--noEmit'] },
  lint: { title: 'lint', command: ['eslint', '.'] },
  unit: { title: 'unit tests', command: ['jest', '--selectProjects', 'unit'] },
  integration: { title: 'integration tests', command: ['jest', '--selectProjects', 'integration'] },
  grants: { title: 'unused grants', command: ['tsx', 'tests/grants.ts'] },
  browser: { title: 'browser test', command: ['jest', '--selectProjects', 'browser', '--runInBand'] },
  durability: { title: 'durability', command: ['tsx', 'tests/durability/durability.ts'] },
}

/** What runs only when it is named. */
const NAMED = ['durability']

/** Where the integration tests note the grants that they used, for the step `grants`. */
const grantsLog = join(mkdtempSync(join(tmpdir(), 'grants-')), 'used')

interface Result {
  title: string
  seconds: number
  code: number
  passed: number
  failed: number
}

/** Run one step, its output passed on as it comes; test counts are read from Jest's own closing line, or from `N passed, N failed`. */
function run(title: string, [tool = '', ...args]: string[]): Promise<Result> {
  return new Promise((resolve) => {
    console.log(`\n▸ ${title}`)
    const begun = Date.now()
    let tail = ''
    const child = spawn('npx', ['--no-install', tool, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', GRANTS_LOG: grantsLog, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        process.stdout.write(chunk)
        tail = (tail + chunk.toString()).slice(-4000)
      })
    }
    child.on('close', (code) => {
      const line = /^Tests:.*$/m.exec(tail.replace(/\u001b\[[0-9;]*m/g, ''))?.[0] ?? ''
      const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
      const plain = /^(\d+) passed, (\d+) failed$/m.exec(tail)
      const own = plain ? { passed: Number(plain[1]), failed: Number(plain[2]) } : line ? { passed: count('passed'), failed: count('failed') } : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
      resolve({ title, seconds: (Date.now() - begun) / 1000, code: code ?? 1, ...own })
    })
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, engine: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) return console.log(HELP)
  const names = values.only ? values.only.split(',') : Object.keys(STEPS).filter((name) => !NAMED.includes(name))
  const unknown = names.filter((name) => !STEPS[name])
  if (unknown.length) {
    console.error(`unknown step: ${unknown.join(', ')}\n\n${HELP}`)
    process.exit(2)
  }
  if (values.engine) process.env.DYNAMODB_ENGINE = values.engine
  const results: Result[] = []
  for (const name of names) {
    const step = STEPS[name]
    if (step) results.push(await run(step.title, step.command))
  }
  console.log('\nsummary')
  for (const r of results) console.log(`  ${r.code === 0 ? '✓' : '✗'} ${r.title.padEnd(18)} ${r.seconds.toFixed(1).padStart(6)} s   ${r.passed} passed${r.failed ? `, ${r.failed} failed` : ''}`)
  const sum = (pick: (r: Result) => number) => results.reduce((total, r) => total + pick(r), 0)
  const brokenWithoutCount = results.filter((r) => r.code !== 0 && r.failed === 0).length
  const failed = sum((r) => r.failed) + brokenWithoutCount
  console.log(`\n${sum((r) => r.passed)} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

void main()
