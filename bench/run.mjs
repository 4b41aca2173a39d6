/**
 * Runs a TypeScript program of bench/ as it would be shipped: bundled by esbuild, packages left outside.
 * `node bench/run.mjs bench/search/bench.ts ARGS…`. A `serve.ts` beside it is bundled too, as `serve.cjs`. Under tsx every imported name is a getter, which makes the engine half as fast again.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const cache = join(root, 'node_modules/.cache')
await mkdir(cache, { recursive: true })
const folder = mkdtempSync(join(cache, 'bench-'))
const [entry, ...args] = process.argv.slice(2)
const outfile = join(folder, `${basename(entry, '.ts')}.cjs`)
const programs = [join(root, entry), join(root, dirname(entry), 'serve.ts')].filter(existsSync)
await build({
  entryPoints: programs, outdir: folder, outExtension: { '.js': '.cjs' }, bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20',
  sourcemap: 'inline', alias: { '@shared': join(root, 'shared') }, logLevel: 'warning',
})
const child = spawn(process.execPath, [...process.execArgv, outfile, ...args], { stdio: 'inherit', cwd: root })
const forward = (signal) => child.kill(signal)
process.on('SIGINT', forward)
process.on('SIGTERM', forward)
child.once('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = code ?? 1
})
