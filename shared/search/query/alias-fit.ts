import { isAlphanumeric, isHan } from '../analysis/characters'
import { foldUnit } from '../analysis/fold'
import { runCount } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'

/** Aliases that staff wrote, by item: those of item i are `aliases[starts[i] … starts[i + 1])`. Learned ones are left out: they count little. */
interface AliasesByItem {
  readonly starts: Uint32Array
  readonly aliases: Uint32Array
}

function group(snapshot: Snapshot): AliasesByItem {
  const { aliases, aliasItems, aliasLearned } = snapshot.data
  const count = runCount(aliases)
  const starts = new Uint32Array(snapshot.itemCount + 1)
  for (let i = 0; i < count; i++) if (!aliasLearned[i]) starts[aliasItems[i] + 1]++
  for (let i = 0; i < snapshot.itemCount; i++) starts[i + 1] += starts[i]
  const next = starts.slice()
  const grouped = new Uint32Array(starts[snapshot.itemCount])
  for (let i = 0; i < count; i++) if (!aliasLearned[i]) grouped[next[aliasItems[i]]++] = i
  return { starts, aliases: grouped }
}

const isWord = (unit: number): boolean => isHan(unit) || isAlphanumeric(unit)

/** Whether the words of `units[start, end)` are those of `text`, which is squeezed. */
function isSame(units: Uint16Array, start: number, end: number, text: string): boolean {
  let matched = 0
  for (let at = start; at < end; at++) {
    const unit = foldUnit(units[at])
    if (!isWord(unit)) continue
    if (unit !== text.charCodeAt(matched)) return false
    matched++
  }
  return matched === text.length
}

/** Whether the squeezed question is one of the aliases (别名) that staff gave the item: then people call it by that name. */
export function isAlias(snapshot: Snapshot, question: string, item: number): boolean {
  const { starts, aliases } = snapshot.derive('aliasesByItem', () => group(snapshot))
  const texts = snapshot.data.aliases
  for (let i = starts[item]; i < starts[item + 1]; i++) {
    if (isSame(texts.units, texts.starts[aliases[i]], texts.starts[aliases[i] + 1], question)) return true
  }
  return false
}

/** The best share of one of the item's aliases, as `coverageOf` measures it; 0 without aliases. */
export function aliasCoverage(snapshot: Snapshot, item: number, coverageOf: (units: Uint16Array, start: number, end: number) => number): number {
  const { starts, aliases } = snapshot.derive('aliasesByItem', () => group(snapshot))
  const texts = snapshot.data.aliases
  let best = 0
  for (let i = starts[item]; i < starts[item + 1]; i++) {
    best = Math.max(best, coverageOf(texts.units, texts.starts[aliases[i]], texts.starts[aliases[i] + 1]))
  }
  return best
}
