import { pinyinTables } from './syllables'

/** A piece of typed letters: a whole syllable, or the beginning of one (its first letter, or an unfinished last syllable). */
export interface SoundPiece {
  readonly letters: string
  readonly whole: boolean
}

interface Way {
  readonly cost: number
  readonly pieces: readonly SoundPiece[]
}

const LONGEST_SYLLABLE = 6
/** A lone initial costs more than a syllable, so that letters that can be syllables are read as such first. */
const SYLLABLE_COST = 1
const INITIAL_COST = 1.9
const UNFINISHED_COST = 1.4

/**
 * The likeliest ways to cut letters into syllables and initials, cheapest first: `xian` → xian, xi an; `sgxkz` → s g x k z;
 * `shebaok` → she bao k. The last piece may be an unfinished syllable.
 * @param most how many ways to give
 */
export function segmentLetters(letters: string, most: number): SoundPiece[][] {
  const ways: Way[][] = [[{ cost: 0, pieces: [] }]]
  for (let end = 1; end <= letters.length; end++) {
    const here: Way[] = []
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const piece = letters.slice(start, end)
      const cost = costOf(piece, end === letters.length)
      if (cost === undefined) continue
      for (const way of ways[start]) here.push({ cost: way.cost + cost, pieces: [...way.pieces, { letters: piece, whole: cost === SYLLABLE_COST }] })
    }
    here.sort((a, b) => a.cost - b.cost || a.pieces.length - b.pieces.length)
    ways.push(here.slice(0, most))
  }
  return ways[letters.length].map((way) => [...way.pieces])
}

function costOf(piece: string, last: boolean): number | undefined {
  const { charactersOf, syllables } = pinyinTables()
  if (charactersOf.has(piece)) return SYLLABLE_COST
  if (piece.length === 1 || piece === 'zh' || piece === 'ch' || piece === 'sh') return INITIAL_COST
  return last && syllables.some((syllable) => syllable.startsWith(piece)) ? UNFINISHED_COST : undefined
}
