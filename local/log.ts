import { createWriteStream } from 'node:fs'
import { createLog, type Log } from '../functions/platform/log'

/** The Lambdas' log, appended to a file: the terminal is for people. */
export function localLog(file: string): Log {
  const out = createWriteStream(file, { flags: 'a' })
  return createLog((line) => { out.write(`${line}\n`) })
}
