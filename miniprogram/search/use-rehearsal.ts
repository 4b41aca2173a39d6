import { useEffect, useState } from 'react'
import { rehearsal, type SearchResult } from '@shared/search'
import { wait } from '../platform/clock'
import { inWeChat } from '../platform/config'
import { useSnapshot } from '../state/snapshot'
import { hitsOnScreen } from './hit-list'

/** Milliseconds after the search data is there, and between two questions: it is done in pieces that keep no tap waiting. */
const before = 100
const pause = 10

let begun = false

/**
 * Everyday questions, answered while `idle`, once after the app is started: until the JavaScript engine has compiled search and list, each letter
 * takes several times as long.
 * @returns the last answer, to be drawn (in browsers) where nobody sees it
 */
export function useRehearsal(idle: boolean): SearchResult | undefined {
  const { snapshot } = useSnapshot()
  const [result, setResult] = useState<SearchResult>()
  useEffect(() => {
    if (!snapshot || !idle || begun) return
    let on = true
    void (async () => {
      await wait(before)
      if (!on) return
      // Not again after the first letter: whoever types makes the engine ready, and a second question must not wait for it.
      begun = true
      for (const step of rehearsal(snapshot, hitsOnScreen())) {
        if (!on) return
        const answer = step()
        // In a mini-program what is drawn crosses over to another process: not for what nobody sees.
        if (!inWeChat) setResult(answer)
        await wait(pause)
      }
    })()
    return () => {
      on = false
    }
  }, [snapshot, idle])
  return result
}
