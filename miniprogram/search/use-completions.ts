import { useEffect, useState } from 'react'
import { suggest } from '@shared/search'
import { useSnapshot } from '../state/snapshot'

/** Milliseconds of rest before completions are worked out: the results have the right of way while one types. */
const rest = 150
/** Completions offered. */
const most = 6

/** Completions of what is being typed, from the phone's search data; those of the letters before stay until the new ones are there. */
export function useCompletions(text: string): readonly string[] {
  const { snapshot } = useSnapshot()
  const [completions, setCompletions] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => setCompletions(snapshot ? suggest(snapshot, text, most).map((one) => one.text) : []), rest)
    return () => clearTimeout(timer)
  }, [snapshot, text])
  return completions
}
