import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * Writes a generated file, or with `--check` only looks whether it is current.
 * @param path below docs/
 */
export function writeGenerated(path: string, content: string, command: string): void {
  const file = join(__dirname, '..', path)
  const shown = relative(process.cwd(), file)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content)
    console.log(`${shown} written`)
    return
  }
  let present = ''
  try {
    present = readFileSync(file, 'utf8')
  } catch {
    // A file that is not there is not current either.
  }
  if (present !== content) {
    console.error(`${shown} is not current: run \`${command}\``)
    process.exitCode = 1
    return
  }
  console.log(`${shown} is current`)
}
