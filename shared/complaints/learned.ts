import { mask, maskPersonalData } from './personal-data'
import { hanPairs } from './text-grams'

/** What decided cases have taught about one label (an office, or a kind): how much each pair of characters stood in its cases. */
export interface LearnedLabel {
  readonly label: string
  readonly cases: number
  /** Sum of the weights with which a pair stood in the cases: `openingWeight` in a text's opening, 1 elsewhere, each text once. */
  readonly pairs: Readonly<Record<string, number>>
}

/** A label and how well it fits. */
export interface Ranked {
  readonly label: string
  /** In nats, up to a constant that is the same for all labels. */
  readonly score: number
}

/** Pairs kept of a label: the commonest; a record stays below 100 KB however many cases it has seen. */
export const maxPairs = 6_000
/** Weight given to what was never seen (Laplace). */
const unseen = 1
/** People say first what it is about: so many characters are the opening, and its pairs weigh so much. Chosen on trial texts: docs/complaints-texts.md. */
const opening = 40
const openingWeight = 3

/** The pairs of a text that may be learned, with their weights: without personal data, and characters only, never numbers. */
function learnablePairs(text: string): Map<string, number> {
  const open = maskPersonalData(text, {}, 'all').split(mask).join(' ')
  const first = hanPairs(open.slice(0, opening))
  return new Map([...hanPairs(open)].map((pair) => [pair, first.has(pair) ? openingWeight : 1]))
}

/** Nothing learned about a label yet. */
export const unlearned = (label: string): LearnedLabel => ({ label, cases: 0, pairs: {} })

/** The label after more of its cases were decided; when there are too many pairs, those seen least are forgotten. */
export function learn(before: LearnedLabel, texts: readonly string[]): LearnedLabel {
  const counts = new Map(Object.entries(before.pairs))
  for (const text of texts) for (const [pair, weight] of learnablePairs(text)) counts.set(pair, (counts.get(pair) ?? 0) + weight)
  const kept = [...counts]
  if (kept.length > maxPairs) kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return { label: before.label, cases: before.cases + texts.length, pairs: Object.fromEntries(kept.slice(0, maxPairs)) }
}

/** What a label has learned, ready to be asked. */
interface Prepared {
  readonly label: string
  readonly cases: number
  readonly pairs: ReadonlyMap<string, number>
  readonly total: number
}

/** A complement naive Bayes classifier (Rennie et al. 2003) over pairs of characters: a label fits when the text is unlike all the others. */
export interface Learner {
  readonly cases: number
  /** Every label that has a case, best first; equal ones in the order of their names. */
  rank(text: string): Ranked[]
  /** Words of the text that speak for a label against the others, strongest first. */
  reasons(text: string, label: string, most: number): string[]
}

/** The classifier of what was learned so far. */
export function createLearner(learned: readonly LearnedLabel[]): Learner {
  const all = new Map<string, number>()
  let total = 0
  const labels: Prepared[] = learned.filter((it) => it.cases > 0).map(({ label, cases, pairs }) => {
    const map = new Map(Object.entries(pairs))
    let own = 0
    for (const [pair, weight] of map) {
      own += weight
      all.set(pair, (all.get(pair) ?? 0) + weight)
    }
    total += own
    return { label, cases, pairs: map, total: own }
  }).sort((a, b) => (a.label < b.label ? -1 : 1))
  /** How unlikely a pair is in the cases of all other labels, nats. */
  const against = (it: Prepared, pair: string) => -Math.log(((all.get(pair) ?? 0) - (it.pairs.get(pair) ?? 0) + unseen) / (total - it.total + unseen * all.size))
  const pairsOf = (text: string) => [...learnablePairs(text)].filter(([pair]) => all.has(pair))

  return {
    cases: labels.reduce((sum, it) => sum + it.cases, 0),
    rank(text) {
      const pairs = pairsOf(text)
      return labels
        .map((it) => ({ label: it.label, score: pairs.reduce((sum, [pair, weight]) => sum + weight * against(it, pair), 0) }))
        .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1))
    },
    reasons(text, label, most) {
      const one = labels.find((it) => it.label === label)
      if (!one || labels.length < 2) return []
      // Seen in at least two of the label's cases, and there at least twice as often as in the others'.
      const share = (pair: string) => (one.pairs.get(pair) ?? 0) / one.total
      const others = (pair: string) => ((all.get(pair) ?? 0) - (one.pairs.get(pair) ?? 0) + unseen) / (total - one.total + 1)
      const strong = pairsOf(text)
        .filter(([pair]) => ![...pair].some((it) => functionWords.includes(it)) && (one.pairs.get(pair) ?? 0) > openingWeight && share(pair) > 2 * others(pair))
        .map(([pair, weight]) => ({ pair, gain: weight * Math.log(share(pair) / others(pair)) }))
        .sort((a, b) => b.gain - a.gain || (a.pair < b.pair ? -1 : 1))
      return joined(text, strong.slice(0, most * 2).map((it) => it.pair)).slice(0, most)
    },
  }
}

/** Characters that no reason begins or ends with. */
const functionWords = '的了是在我你他她们这那也都就和与及或不有没'

/** Pairs that overlap in the text as the words that they make: 养老 and 老金 as 养老金. */
function joined(text: string, pairs: readonly string[]): string[] {
  const words: string[] = []
  const marked = new Array<boolean>(text.length).fill(false)
  for (const pair of pairs)
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) marked[at] = marked[at + 1] = true
  for (const pair of pairs) {
    const at = text.indexOf(pair)
    if (at < 0) continue
    let start = at
    let end = at + 2
    while (start > 0 && marked[start - 1] && end - start < 6) start--
    while (end < text.length && marked[end] && end - start < 6) end++
    const word = text.slice(start, end)
    if (!words.some((it) => it.includes(word) || word.includes(it))) words.push(word)
  }
  return words
}
