import { compileSnapshot, openSnapshot, search, type CompileItem, type Snapshot } from '@shared/search'
import { rankOf, type GoldenQuestion } from '@shared/words/golden'
import type { Word, WordsPreview } from '@shared/words/word'
import { engineWords } from './engine-words'

/** Ranks beyond this one count as not found: nobody looks there. */
const depth = 10

const openWith = (items: readonly CompileItem[], words: readonly Word[]): Snapshot => openSnapshot(compileSnapshot({ items, ...engineWords(words) }))

function ranks(snapshot: Snapshot, questions: readonly GoldenQuestion[], now: number): number[] {
  return questions.map(({ question, expected }) => rankOf(search(snapshot, question, { limit: depth, now }).hits.map(({ name }) => name), expected))
}

const share = (of: readonly number[], most: number): number => (of.length === 0 ? 0 : of.filter((rank) => rank >= 1 && rank <= most).length / of.length)
const shares = (of: readonly number[]) => ({ s1: share(of, 1), s3: share(of, 3) })
/** A rank for comparing: not found is worse than any. */
const place = (rank: number) => (rank === 0 ? depth + 1 : rank)

/** Which golden questions move when these words take the place of those; a question that no published item answers is left out. */
export function previewWords(input: {
  readonly items: readonly CompileItem[]
  readonly published: readonly Word[]
  readonly draft: readonly Word[]
  readonly questions: readonly GoldenQuestion[]
  readonly draftVersion: number
  readonly now: number
}): WordsPreview {
  const names = input.items.map(({ name }) => name)
  const questions = input.questions.filter(({ expected }) => rankOf(names, expected) > 0)
  const before = ranks(openWith(input.items, input.published), questions, input.now)
  const after = ranks(openWith(input.items, input.draft), questions, input.now)
  const moved = questions.map(({ question, expected }, i) => ({ question, item: expected.join('|'), before: before[i] ?? 0, after: after[i] ?? 0 }))
  return {
    draftVersion: input.draftVersion,
    questions: questions.length,
    better: moved.filter((it) => place(it.after) < place(it.before)),
    worse: moved.filter((it) => place(it.after) > place(it.before)),
    before: shares(before),
    after: shares(after),
  }
}
