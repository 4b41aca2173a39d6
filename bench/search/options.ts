import { parseArgs } from 'node:util'

/** Parts of the benchmark, in the order in which they run. */
const PARTS = ['a', 'b', 'c', 'd'] as const
/** A part of the benchmark. */
export type Part = (typeof PARTS)[number]

/** What the command line asks for. */
export interface Options {
  readonly parts: readonly Part[]
  readonly catalogue: string
  readonly queries: string
  readonly lexicon: string
  /** Names the run in the results; by default the sizes of catalogue and questions. */
  readonly label?: string
}

/** What `--help` prints. */
export const HELP = `Usage: npm run bench:search -- [--part a,b,c,d] [--catalogue FILE] [--queries FILE] [--lexicon FILE] [--label TEXT]

  a  this engine and its peers side by side: quality, latency, build, load, size
  b  cold start: a fresh process to the first result of the bundled items Lambda
  c  nation: 2,843 centres, Zipf traffic, one process with a bound on memory
  d  one index of 100,000 items

  --part       parts to run, separated by commas (all)
  --catalogue  CSV or JSONL with a column "name" (data/catalogue.csv, or BENCH_CATALOGUE)
  --queries    questions with the names that answer them (data/golden-questions.csv, or BENCH_QUERIES)
  --lexicon    words of citizens (data/synonyms.csv)
  --label      what to call the run in bench/results (sizes of catalogue and questions)

Results are written to bench/results/, progress to stderr.`

/**
 * Reads the command line.
 * @throws {Error} when an option or a part is unknown
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv = process.env): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      part: { type: 'string', multiple: true }, catalogue: { type: 'string' }, queries: { type: 'string' },
      lexicon: { type: 'string' }, label: { type: 'string' }, help: { type: 'boolean' },
    },
  })
  if (values.help) return 'help'
  const wanted = (values.part || [PARTS.join()]).flatMap((part) => part.split(','))
  const unknown = wanted.find((part) => !(PARTS as readonly string[]).includes(part))
  if (unknown !== undefined) throw new Error(`unknown part "${unknown}": a, b, c or d`)
  return {
    parts: PARTS.filter((part) => wanted.includes(part)),
    catalogue: values.catalogue || env.BENCH_CATALOGUE || 'data/catalogue.csv',
    queries: values.queries || env.BENCH_QUERIES || 'data/golden-questions.csv',
    lexicon: values.lexicon || 'data/synonyms.csv',
    label: values.label,
  }
}
