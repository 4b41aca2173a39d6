/**
 * How long the search for the same thing takes on a large board, and how many of the texts of a trial file it holds for alike:
 * `npm run bench:similar -- --texts FILE`. With `--show` the pairs are printed, to be judged by a person; results hold no text.
 */
import { createSimilarIndex, mostSimilar, type PublicCase } from '@shared/complaints/similar'
import { medianOf, percentile, progress, randomFrom, round, timed } from '../measure'
import { keepRun } from '../results'
import { readOptions, readTexts, wholeOf } from './texts'

const boardSize = 5_000

const HELP = `Usage: npm run bench:similar -- --texts FILE [--show]
How long the search for the same thing takes on a board of ${boardSize} cases, and how many texts of a trial file it holds for alike.
Results are written to bench/results/, without text.
  --texts   JSON lines with title, text, label
  --show    print the pairs, to be judged by a person`

async function main(): Promise<void> {
  const options = readOptions()
  if (options === 'help') return console.log(HELP)
  const texts = readTexts(options.texts)
  const own: PublicCase[] = texts.map((it, index) => ({ id: String(index), text: wholeOf(it), at: 0 }))
  const among = createSimilarIndex(own)
  const pairs = new Map<string, number>()
  for (const it of own)
    for (const { id, likeness } of among.find(it, 0, mostSimilar + 1)) if (id !== it.id) pairs.set([id, it.id].sort().join(' '), likeness)
  const sorted = [...pairs].sort((a, b) => b[1] - a[1])
  if (options.show) for (const [pair, likeness] of sorted) console.log(round(likeness), ...pair.split(' ').map((id) => own[Number(id)]?.text.slice(0, 120).replace(/\s+/g, ' ')), '\n')
  progress(`${sorted.length} pairs of ${texts.length} texts are held for alike`)

  // A board of many: halves of two texts of the file, so that lengths and words are those of real ones.
  const random = randomFrom(1)
  const half = (from: 'begin' | 'end') => {
    const { text } = texts[Math.floor(random() * texts.length)] as { text: string }
    return from === 'begin' ? text.slice(0, 150) : text.slice(-150)
  }
  const board: PublicCase[] = Array.from({ length: boardSize }, (_, index) => ({ id: String(index), text: `${half('begin')}\n${half('end')}`, at: 0 }))
  const buildMs = await medianOf(3, () => createSimilarIndex(board))
  const index = createSimilarIndex(board)
  const times: Record<string, { median: number; p99: number }> = {}
  for (const length of [60, 300, 2000]) {
    const runs: number[] = []
    for (const it of texts) runs.push((await timed(() => index.find({ text: wholeOf(it).repeat(8).slice(0, length) }, 0))).ms)
    times[`${length} characters`] = { median: round(percentile(runs, 0.5)), p99: round(percentile(runs, 0.99)) }
  }
  progress(`${boardSize} cases: made ready in ${Math.round(buildMs)} ms; asked: ${JSON.stringify(times)} ms`)
  keepRun('complaint-similar', `${texts.length} texts, a board of ${boardSize}`, { pairs: sorted.length, buildMs: Math.round(buildMs), times })
}

void main()
