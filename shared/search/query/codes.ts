import type { Texts } from '../snapshot/runs'
import type { Snapshot } from '../snapshot/snapshot'

/** What an item code or id looks like: letters, digits and hyphens, with a digit, four or more. */
const CODE = /^(?=.*\d)[a-z\d][a-z\d-]{3,}$/

/** Most items that one code fragment brings. */
const MOST = 50

/** Items whose code or id is (2) or contains (1) what was typed; empty when it does not look like a code. */
export function itemsByCode(snapshot: Snapshot, typed: string): Map<number, number> {
  const wanted = typed.trim().toLowerCase()
  const found = new Map<number, number>()
  if (!CODE.test(wanted)) return found
  for (const texts of [snapshot.data.codes, snapshot.data.ids]) {
    eachRunWith(texts, wanted, (item, whole) => found.set(item, whole ? 2 : Math.max(1, found.get(item) || 0)))
  }
  return found
}

function eachRunWith(texts: Texts, wanted: string, visit: (run: number, whole: boolean) => void): void {
  const { starts, units } = texts
  let run = 0
  let found = 0
  for (let at = 0; at + wanted.length <= units.length && found < MOST; at++) {
    let same = 0
    while (same < wanted.length && lower(units[at + same]) === wanted.charCodeAt(same)) same++
    if (same < wanted.length) continue
    while (at >= starts[run + 1]) run++
    const end = starts[run + 1]
    if (at + wanted.length > end) continue
    visit(run, at === starts[run] && at + wanted.length === end)
    found++
    at = end - 1
  }
}

const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)
