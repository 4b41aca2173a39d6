import { targetOf, type CodeTarget } from './scene'

/** What an address may name, from what was scanned: our own code, or words that may be an item's code, the likeliest first. */
export interface Scanned {
  readonly target?: CodeTarget
  /** Words of the address that may be an item's id or code. */
  readonly candidates: readonly string[]
}

/** Names under which addresses carry an item's code. */
const named = /^(code|itemcode|item|itemid|id|sxbm|sxcode|taskcode|q)$/i
/** What an item's code can be made of; a shorter word is none. */
const word = /[0-9A-Za-z][0-9A-Za-z._-]{3,99}/g

/** Percent-decoding, again while something changes; a text that is none is left alone. */
function decoded(text: string): string {
  let now = text
  for (let i = 0; i < 3; i++) {
    try {
      const next = decodeURIComponent(now.replace(/\+/g, ' '))
      if (next === now) return now
      now = next
    } catch {
      return now
    }
  }
  return now
}

const wordsOf = (text: string): string[] => {
  const found = text.match(word) ?? []
  // 370214010001.html and 370214010001 are both possible.
  return found.flatMap((it) => [it, ...(/\.[a-z]{2,5}$/.test(it) ? [it.replace(/\.[a-z]{2,5}$/, '')] : [])])
}

/**
 * Reads what was scanned: an address of ours or of an older system, or the bare code. Written without `URL`, which phones do not have.
 * An old code that hangs on a wall must lead to its item, whatever the rest of its address was.
 */
export function readScanned(text: string): Scanned {
  const all = decoded(text.trim()).slice(0, 2000)
  const scene = /[?&#]scene=([^&#\s]+)/.exec(all)?.[1]
  const target = scene === undefined ? undefined : targetOf(scene)
  const withoutHost = all.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/, '')
  const pairs = withoutHost.split(/[?&#]/).slice(1).map((pair): readonly [string, string] => {
    const at = pair.indexOf('=')
    return at < 0 ? ['', pair] : [pair.slice(0, at), pair.slice(at + 1)]
  })
  const likely = pairs.filter(([name]) => named.test(name)).flatMap(([, value]) => wordsOf(value))
  const path = withoutHost.split(/[?#]/)[0]
  const rest = [...wordsOf(path).reverse(), ...pairs.filter(([name]) => !named.test(name)).flatMap(([, value]) => wordsOf(value))]
  return { ...(target ? { target } : {}), candidates: [...new Set([...likely, ...rest])].slice(0, 20) }
}
