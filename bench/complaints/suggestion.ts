/**
 * How well the learner of shared/complaints tells labels from texts: `npm run bench:complaints -- --texts FILE` (JSON lines with title,
 * text, label). Cross-validated; beside it what always choosing the commonest label gives. Results hold figures only, no text.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { centre as centreSchema } from '@shared/centre/centre'
import { createLearner, learn, unlearned, type Learner } from '@shared/complaints/learned'
import { readRouting } from '@shared/complaints/routing'
import { readSuggestionWords, suggest } from '@shared/complaints/suggestion'
import { percentile, progress, randomFrom, round, timed } from '../measure'
import { keepRun } from '../results'
import { readOptions, readTexts, wholeOf, type TrialText } from './texts'

/** What of a trial text is learned and asked: our complaints have no title. */
type Reading = (it: TrialText) => string

type Labelled = TrialText & { readonly label: string }

const folds = 10
const rounds = 5

/** Labels of the trial file of which our offices have the like; the others are no business of a service centre. */
const officesOf: Readonly<Record<string, readonly string[]>> = {
  劳动和社会保障: ['social-insurance', 'hr'],
  卫生计生: ['medical-insurance'],
  城乡建设: ['real-estate', 'approval-service'],
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const all = [...things]
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j] as T, all[i] as T]
  }
  return all
}

function train(texts: readonly Labelled[], read: Reading): Learner {
  const labels = new Map<string, string[]>()
  for (const it of texts) labels.set(it.label, [...(labels.get(it.label) ?? []), read(it)])
  return createLearner([...labels].map(([label, its]) => learn(unlearned(label), its)))
}

interface Score { first: number; two: number; asked: number }

/** Cross-validation with only a share of each training part, for the learning curve. */
function crossValidated(texts: readonly Labelled[], share: number, read: Reading): Score {
  const score: Score = { first: 0, two: 0, asked: 0 }
  for (let round = 0; round < rounds; round++) {
    const all = shuffled(texts, randomFrom(round + 1))
    for (let fold = 0; fold < folds; fold++) {
      const held = all.filter((_, index) => index % folds === fold)
      const rest = all.filter((_, index) => index % folds !== fold)
      const part = rest.slice(0, Math.max(1, Math.round(rest.length * share)))
      const learner = train(part, read)
      for (const it of held) {
        const ranked = learner.rank(read(it)).map(({ label }) => label)
        score.asked++
        if (ranked[0] === it.label) score.first++
        if (ranked.slice(0, 2).includes(it.label)) score.two++
      }
    }
  }
  return score
}

const rate = (part: number, whole: number) => round(whole === 0 ? 0 : (100 * part) / whole, 1)

/** The shipped words alone, on the labels of which our offices have the like: is one of those offices proposed. */
function curated(texts: readonly Labelled[]) {
  const centre = v.parse(centreSchema, JSON.parse(readFileSync('data/centre.json', 'utf8')))
  const model = {
    rules: readRouting(readFileSync('data/routing.csv', 'utf8'), centre).entries,
    words: readSuggestionWords(readFileSync('data/suggestion-words.csv', 'utf8'), centre).entries,
    offices: createLearner([]), kinds: createLearner([]),
  }
  const labels = Object.entries(officesOf).map(([label, offices]) => {
    const its = texts.filter((it) => it.label === label)
    const proposed = its.map((it) => suggest({ text: wholeOf(it), kind: 'opinion' }, model, centre).offices.map(({ office }) => office))
    return {
      label, texts: its.length,
      first: rate(proposed.filter(([one]) => offices.includes(one as string)).length, its.length),
      two: rate(proposed.filter((two) => two.some((one) => offices.includes(one))).length, its.length),
    }
  })
  const times = texts.map((it) => { const start = performance.now(); suggest({ text: wholeOf(it), kind: 'opinion' }, model, centre); return performance.now() - start })
  return { labels, msMedian: round(percentile(times, 0.5), 2), msMost: round(Math.max(...times), 2) }
}

const HELP = `Usage: npm run bench:complaints -- --texts FILE
How well the learner tells labels from texts, cross-validated. Results are written to bench/results/, without text.
  --texts   JSON lines with title, text, label`

async function main(): Promise<void> {
  const options = readOptions()
  if (options === 'help') return console.log(HELP)
  const texts = readTexts(options.texts).filter((it): it is Labelled => typeof it.label === 'string' && it.label !== '')
  if (texts.length < folds) throw new Error(`only ${texts.length} labelled texts`)
  progress(`${texts.length} labelled texts`)
  const counts = [...new Set(texts.map(({ label }) => label))].map((label) => texts.filter((it) => it.label === label).length).sort((a, b) => b - a)
  const commonest = { first: rate(counts[0] as number, texts.length), two: rate((counts[0] as number) + (counts[1] ?? 0), texts.length) }
  progress(`always the commonest: ${commonest.first} %, the two commonest: ${commonest.two} %`)
  const curves: Record<string, { trainedOn: number; first: number; two: number }[]> = {}
  for (const [name, read] of [['title and text', wholeOf], ['text alone', ({ text }: TrialText) => text]] as const) {
    const curve = (curves[name] = [] as { trainedOn: number; first: number; two: number }[])
    for (const share of [0.1, 0.2, 0.4, 0.6, 0.8, 1]) {
      const { value, ms } = await timed(() => crossValidated(texts, share, read))
      const line = { trainedOn: Math.round(((folds - 1) / folds) * texts.length * share), first: rate(value.first, value.asked), two: rate(value.two, value.asked) }
      curve.push(line)
      progress(`${name}, trained on ${line.trainedOn}: first ${line.first} %, one of two ${line.two} % (${Math.round(ms)} ms)`)
    }
  }
  const words = curated(texts)
  for (const it of words.labels) progress(`shipped words, ${it.label} (${it.texts}): first ${it.first} %, one of two ${it.two} %`)
  progress(`a suggestion takes ${words.msMedian} ms (median), ${words.msMost} ms at most`)
  keepRun('complaint-suggestion', `${texts.length} labelled texts, ${folds} folds, ${rounds} rounds`, { labels: counts.length, commonest, curves, words })
}

void main()
