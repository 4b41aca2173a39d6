import type { Snapshot } from '../snapshot/snapshot'
import { search } from './search'

/** A slip (社保咔 for 社保卡) and initials: between them they ask for all that questions derive from a snapshot. */
const QUESTIONS = ['社保咔', 'sbk'] as const

/**
 * Makes what questions derive from a snapshot (known pairs, places of sounds, word table), so that the first person need not wait
 * for it; some milliseconds, to be spent while nobody waits.
 */
export function warm(snapshot: Snapshot): void {
  for (const question of QUESTIONS) search(snapshot, question, { limit: 1 })
}
