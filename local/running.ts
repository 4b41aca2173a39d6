import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who uses a data folder: the start's process and its DynamoDB engine. */
interface Running {
  pid: number
  engine?: number
}

const fileIn = (folder: string) => join(folder, 'running.json')

function isAlive(pid: number | undefined): pid is number {
  if (!pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A killed process that nobody has waited for still answers to signals.
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/^\d+ \(.*\) Z /.test(readFileSync(stat, 'utf8'))
}

/** True when the process is our engine on this folder, and not some later process with the same number. */
function isEngineOf(pid: number, folder: string): boolean {
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) && readFileSync(file, 'utf8').includes(folder)
}

/**
 * Claim a data folder. Two starts on one folder would write to one file twice, so the second is refused; an engine that a
 * killed start has left behind is ended.
 * @throws Error when another start is alive
 */
export async function claimFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = fileIn(folder)
  if (existsSync(file)) {
    const before = JSON.parse(readFileSync(file, 'utf8') || '{}') as Partial<Running>
    if (before.pid !== process.pid && isAlive(before.pid)) throw new Error(`数据目录 ${folder} 正由另一个进程（${before.pid}）使用，请先停止它，或用 --data 换一个目录`)
    if (isAlive(before.engine) && isEngineOf(before.engine, folder)) {
      process.kill(before.engine, 'SIGTERM')
      for (let i = 0; i < 100 && isAlive(before.engine); i++) await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  noteRunning(folder)
}

/** Write down who uses the folder. */
export function noteRunning(folder: string, engine?: number): void {
  writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, ...(engine && { engine }) } satisfies Running))
}

/** Give the folder up. */
export function releaseFolder(folder: string): void {
  rmSync(fileIn(folder), { force: true })
}
