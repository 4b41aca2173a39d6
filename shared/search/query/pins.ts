import { lowerBound } from '../snapshot/sorted-texts'
import { listAt, runCount, textAt } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'

/**
 * Items pinned to exactly this question (squeezed), in the order of the pin.
 * @param now instant in ms; without it only pins without an expiry hold
 */
export function pinnedItems(snapshot: Snapshot, squeezed: string, now?: number): number[] {
  const { pinQuestions, pinExpiries, pinItems } = snapshot.data
  const items: number[] = []
  for (let row = lowerBound(pinQuestions, squeezed); row < runCount(pinQuestions) && textAt(pinQuestions, row) === squeezed; row++) {
    const holds = pinExpiries[row] === 0 || (now !== undefined && now < pinExpiries[row] * 1000)
    if (holds) items.push(...listAt(pinItems, row))
  }
  return [...new Set(items)]
}
