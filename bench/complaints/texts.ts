import { readFileSync } from 'node:fs'
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

/** `--texts FILE` of the command line. @throws Error when it is missing */
export function textsArgument(args: readonly string[]): string {
  const at = args.indexOf('--texts')
  const file = at < 0 ? undefined : args[at + 1]
  if (!file) throw new Error('usage: --texts FILE (JSON lines with title, text, label)')
  return file
}

/** Title and text as one. */
export const wholeOf = ({ title, text }: TrialText): string => `${title}\n${text}`
