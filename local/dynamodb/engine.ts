import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { connect } from 'node:net'

/** A DynamoDB engine to talk to: its endpoint, and how to stop it (a no-op when it is not ours). */
export interface Engine {
  endpoint: string
  pid?: number
  stop(): Promise<void>
}

/** The embedded engine's binary for this platform, or undefined: only Linux x64 is certain to be in the registry. */
function binary(): string | undefined {
  try {
    return require.resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return undefined
  }
}

/**
 * Start the embedded DynamoDB with its data in `file`, or use the one named by `DYNAMODB_ENDPOINT`.
 * @throws Error with what to do, when this platform has no embedded engine and no endpoint is given
 */
export async function startEngine({ port, file, env = process.env }: { port: number; file: string; env?: NodeJS.ProcessEnv }): Promise<Engine> {
  if (env.DYNAMODB_ENDPOINT) return { endpoint: env.DYNAMODB_ENDPOINT, stop: async () => {} }
  const path = binary()
  if (!path) {
    throw new Error(
      `本机（${process.platform} ${process.arch}）没有内嵌的 DynamoDB。请自行启动一个（例如 DynamoDB Local），再设置 DYNAMODB_ENDPOINT=http://127.0.0.1:8000 后重试`,
    )
  }
  mkdirSync(dirname(file), { recursive: true })
  // A process group of its own: Ctrl-C reaches `npm start` first, which stops taking requests before the data's engine ends.
  const child = spawn(path, ['serve', '-p', String(port), '--db-path', file], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString()).slice(-2000) })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const spawned = new Promise<never>((_, reject) => child.once('error', reject))
  await Promise.race([listening(port, () => child.exitCode !== null), spawned]).catch((cause: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`内嵌的 DynamoDB 没有启动：${complaint || String(cause)}`)
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

/** Resolves when something accepts connections on `port`; rejects after 10 s or when `gone()` says that the process has ended. */
async function listening(port: number, gone: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end && !gone(); ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => { socket.destroy(); resolve(true) })
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(gone() ? 'the process ended' : 'no answer within 10 s')
}
