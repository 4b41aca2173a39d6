import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `npm start` in a process of its own. */
export interface Started {
  readonly child: ChildProcess
  /** The citizens' address, without a slash at its end. */
  readonly url: string
  /** Everything it printed so far. */
  said(): string
}

/**
 * Run `npm start` on the data folder, with further options, and wait until it says that it is ready.
 * @throws Error with what it printed, when it ends or is not ready within three minutes
 */
export function startProcess(folder: string, port: number, options: readonly string[] = []): Promise<Started> {
  // A process group of its own, so that one signal reaches all of it.
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), 'local/start.ts', '--data', folder, '--port', String(port), ...options], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`not ready within 180 s:\n${said}`))
      void killProcess({ child }, folder)
    }, 180_000)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /市民入口\s+(http\S+?)\/?\s/.exec(said)?.[1]
      if (!url || !said.includes('已就绪')) return
      clearTimeout(timer)
      resolve({ child, url, said: () => said })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`the start ended:\n${said}`))
    })
  })
}

/** kill −9 of everything: the start's process group and its DynamoDB engine. */
export async function killProcess({ child }: Pick<Started, 'child'>, folder: string): Promise<void> {
  const { pid, engine } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number; engine?: number }
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (engine) process.kill(engine, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await gone
}

/** Ends it in good order, as Ctrl-C does. */
export async function stopProcess({ child }: Started): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null) process.kill(child.pid ?? 0, 'SIGINT')
  await gone
}
