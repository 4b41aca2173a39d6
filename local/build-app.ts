import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the browser app is made of; a change of any of these files makes a new build. */
const SOURCES = ['miniprogram', 'shared', 'config', 'babel.config.js', 'package-lock.json']

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return yield path
  for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

/** A fingerprint of the sources: paths and contents, tests left out. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of files(join(root, source))) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/**
 * Build the browser app into `dist/h5` unless the build that lies there is of these very sources.
 * @returns whether it was built now
 * @throws Error with the compiler's own words
 */
export async function buildApp(root: string): Promise<boolean> {
  const stamp = join(root, 'dist/h5/.sources')
  const wanted = fingerprint(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn('npx', ['--no-install', 'taro', 'build', '--type', 'h5'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0 || !existsSync(join(root, 'dist/h5/index.html'))) throw new Error(`网页没有编译成功：\n${output.join('').slice(-4000)}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return true
}
