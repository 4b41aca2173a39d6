import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleLambda, eventOf } from '../lambda'
import { messageOf } from './messages'

/** One fresh process: ms from its start to its first answer, then the latencies of further messages. */
export interface ColdRun {
  readonly first: number
  readonly warm: readonly number[]
  /** Answers that were no text for the citizen. */
  readonly wrong: number
}

/** Program of the fresh process: what Lambda does, with events read from standard input. */
const program = `
import { readFileSync } from 'node:fs'
import wechat from './wechat.js'
const warm = []
let first = 0, wrong = 0
for (const event of JSON.parse(readFileSync(0, 'utf8'))) {
  const start = performance.now()
  const answer = await wechat.handler(event, {})
  if (first === 0) first = performance.now()
  else warm.push(performance.now() - start)
  if (answer.statusCode !== 200 || !String(answer.body).includes('<MsgType><![CDATA[text]]>')) wrong += 1
}
process.stdout.write(JSON.stringify({ first, warm, wrong }))
process.exit(0)
`

/** A message as API Gateway passes it on. */
function messageEvent(centre: string, content: string, number: number): object {
  const { query, body } = messageOf(centre, content, number)
  return eventOf({ method: 'POST', path: '/wechat/:centre' }, { centre }, new URLSearchParams(query).toString(), { headers: { host: 'localhost', 'content-type': 'text/xml' }, body })
}

/** Bundles the Lambda as serverless.yml does and runs it in fresh processes. */
export async function coldRuns({ centre, contents, runs, env, root }: { centre: string; contents: readonly string[]; runs: number; env: NodeJS.ProcessEnv; root: string }): Promise<ColdRun[]> {
  const folder = mkdtempSync(join(root, 'node_modules/.cache/cold-'))
  try {
    await bundleLambda('wechat', folder)
    writeFileSync(join(folder, 'run.mjs'), program)
    const done: ColdRun[] = []
    for (let run = 0; run < runs; run++) {
      const child = spawn(process.execPath, [join(folder, 'run.mjs')], { env: { ...process.env, ...env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }, stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdin.end(JSON.stringify(contents.map((content, i) => messageEvent(centre, content, run * contents.length + i))))
      let out = ''
      for await (const part of child.stdout) out += String(part)
      // The Lambda logs to standard output as well: the result is the last line.
      done.push(JSON.parse(out.slice(out.lastIndexOf('{"first"'))) as ColdRun)
    }
    return done
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
