import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimFolder, releaseFolder } from './running'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'running-')) })
afterEach(() => rmSync(folder, { recursive: true }))

const usedBy = (pid: number) => writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid }))

test('a folder that another living start uses is refused, with its number', async () => {
  const other = spawn('sleep', ['30'])
  usedBy(other.pid ?? 0)
  await expect(claimFolder(folder)).rejects.toThrow(`另一个进程（${other.pid}）`)
  other.kill('SIGKILL')
})

test('a folder whose start was killed can be claimed again', async () => {
  const other = spawn('sleep', ['30'])
  usedBy(other.pid ?? 0)
  const gone = new Promise((resolve) => other.once('exit', resolve))
  other.kill('SIGKILL')
  await gone
  await expect(claimFolder(folder)).resolves.toBeUndefined()
})

test('a folder that was given up can be claimed again', async () => {
  await claimFolder(folder)
  releaseFolder(folder)
  await expect(claimFolder(folder)).resolves.toBeUndefined()
})
