import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

/** The machine that a result was measured on. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  /** Processes that wanted a processor in the last minute: above the number of cores, times are too long. */
  readonly load: number
}

/** One measured run: what was measured, where and when. */
export interface Run<T> {
  /** What was measured with, e.g. "512 items, 312 questions". */
  readonly label: string
  readonly date: string
  readonly machine: Machine
  readonly result: T
}

/** Below the project's root, where npm starts its scripts. */
const FOLDER = join('bench', 'results')

/** This machine, as written beside results. */
export const machine = (): Machine => ({
  cpu: cpus()[0].model.trim(),
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: Math.round(loadavg()[0]),
})

/** All runs kept under `name`, oldest first; none when there is no such file. */
export function readRuns<T>(name: string): Run<T>[] {
  try {
    return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Run<T>[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Keeps a result in `bench/results/NAME.json`, in place of an earlier one with the same label; gives all runs kept. */
export function keepRun<T>(name: string, label: string, result: T): Run<T>[] {
  const run: Run<T> = { label, date: new Date().toISOString().slice(0, 10), machine: machine(), result }
  const runs = [...readRuns<T>(name).filter((other) => other.label !== label), run]
  writeResult(`${name}.json`, `${JSON.stringify(runs, null, 2)}\n`)
  return runs
}

/** Writes a file into bench/results. */
export function writeResult(file: string, content: string): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, file), content)
}

/** "AMD EPYC, 2 cores, 24 GB, load 1, Node v20.20.2; 2026-11-23"; a load above the cores is pointed out. */
export const whereAndWhen = ({ machine: { cpu, cores, memoryGb, node, load }, date }: Run<unknown>): string =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, load ${load}, Node ${node}; ${date}${load > cores ? '. The machine was busy with other work: times are longer than its own.' : ''}`

/** A Markdown table. */
export const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
