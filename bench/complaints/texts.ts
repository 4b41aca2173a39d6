import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as v from 'valibot'

/** One text of a trial file: JSON lines with title, text and, where somebody has decided, a label. */
const trialText = v.object({ title: v.optional(v.string(), ''), text: v.string(), label: v.optional(v.nullable(v.string())) })
/** One text of a trial file. */
export type TrialText = v.InferOutput<typeof trialText>

/** The texts of a JSON-lines file; the file stays outside of the project, and results hold no text of it. @throws Error naming the line that is not one */
export function readTexts(file: string): TrialText[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = v.safeParse(trialText, JSON.parse(line))
    if (!parsed.success) throw new Error(`line ${index + 1}: ${parsed.issues[0].message}`)
    return [parsed.output]
  })
}

/** What the command line says: `--texts FILE`, `--show`, `--help`. @throws Error when an option is unknown or `--texts` is missing */
export function readOptions(): { readonly texts: string; readonly show: boolean } | 'help' {
  const { values: { texts, show, help } } = parseArgs({ options: { texts: { type: 'string' }, show: { type: 'boolean', default: false }, help: { type: 'boolean' } } })
  if (help) return 'help'
  if (!texts) throw new Error('--texts FILE is missing (see --help)')
  return { texts, show }
}

/** Title and text as one. */
export const wholeOf = ({ title, text }: TrialText): string => `${title}\n${text}`
