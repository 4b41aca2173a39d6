import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What of Node's `.cpuprofile` is read. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[]
  readonly samples: readonly number[]
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[]
}

/** A part of the program and its share of the time in which the processor was busy with it, 0–1. */
export interface Share {
  readonly part: string
  readonly share: number
}

/** The part that a frame belongs to: a package, a module of Node, V8's own work, or our code, which lies bundled in a cache folder. */
function partOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  if (functionName.startsWith('(')) return functionName
  if (url.startsWith('node:')) return `Node ${url.split('/').slice(0, 2).join('/').replace(/^node:(internal\/)?_?/, '')}`
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
  if (found === '.cache') return 'our code'
  if (found) return /^@(aws-sdk|smithy|aws)\//.test(found) ? 'AWS SDK' : found
  return url === '' ? 'V8 built-ins' : 'our code'
}

/** Self time by part, greatest first, of the one profile in a folder; idle time is left out. */
export function sharesOf(folder: string): Share[] {
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))
  if (!file) throw new Error(`no profile was written to ${folder}`)
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]))
  const times = new Map<string, number>()
  samples.forEach((id, i) => {
    const part = parts.get(id) ?? '(program)'
    if (part !== '(idle)' && part !== '(root)') times.set(part, (times.get(part) ?? 0) + (timeDeltas[i] ?? 0))
  })
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times].map(([part, time]) => ({ part, share: time / busy })).sort((a, b) => b.share - a.share)
}
