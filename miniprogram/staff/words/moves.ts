import type { WordsPreview } from '@shared/words/word'
import { words as texts } from '../../texts/staff/words'

/** A share of 1 as a percentage with one decimal, `93.4%`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** A rank in words; 0 is not found. */
export const rankWords = (rank: number): string => (rank === 0 ? texts.preview.none : texts.preview.nth(rank))

/** Not found is worse than any rank. */
const place = (rank: number) => (rank === 0 ? Number.MAX_SAFE_INTEGER : rank)

type Move = WordsPreview['better'][number]

/** Moves in the order in which they matter: those that leave or reach the first place first, then the top three, then the farthest. */
export function byWeight(moves: readonly Move[]): Move[] {
  const weight = ({ before, after }: Move) => {
    const crosses = (limit: number) => (place(before) <= limit) !== (place(after) <= limit)
    return crosses(1) ? 0 : crosses(3) ? 1 : 2
  }
  return [...moves].sort((a, b) => weight(a) - weight(b) || Math.abs(place(b.after) - place(b.before)) - Math.abs(place(a.after) - place(a.before)) || (a.question < b.question ? -1 : 1))
}
