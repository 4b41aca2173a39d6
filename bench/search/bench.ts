/**
 * `npm run bench:search`: how good and how fast item search (事项检索) is, beside its peers, at start, for a nation and
 * for one very large index. `--help` lists the options; results go to bench/results/.
 */
import { readFileSync } from 'node:fs'
import { parseLexicon } from '../../shared/search'
import { progress } from '../measure'
import { keepRun } from '../results'
import { HELP, readOptions, type Options } from './options'
import { readCatalogue, readQuestions } from './read-trial'
import { writeReport } from './report'

async function run(options: Options): Promise<void> {
  const names = readCatalogue(options.catalogue).map(({ name }) => name)
  const questions = readQuestions(options.queries)
  const lexicon = parseLexicon(readFileSync(options.lexicon, 'utf8')).entries
  const label = options.label || `${names.length} items, ${questions.length} questions`
  for (const part of options.parts) {
    progress(`Part (${part}), ${label}`)
    if (part === 'a') keepRun('peers', label, await (await import('./peers')).comparePeers(names, questions, lexicon))
    if (part === 'b') keepRun('cold-start', label, await (await import('./cold-start')).measureColdStart(names, questions[0].query, lexicon))
    if (part === 'c') keepRun('nation', label, await (await import('./nation')).measureNation(names, questions, lexicon))
    if (part === 'd') keepRun('large', label, await (await import('./large')).measureLarge(names, questions, lexicon))
  }
  progress(`Written: ${writeReport().join(', ')}`)
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(HELP)
  else await run(options)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
