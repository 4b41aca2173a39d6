import { memo, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { rehearsal, type SearchResult } from '@shared/search'
import { wait } from '../platform/clock'
import { inWeChat } from '../platform/config'
import { useSnapshot } from '../state/snapshot'
import { useAreaName } from '../state/use-area-name'
import { hitsOnScreen } from './hit-list'
import { ResultsView } from './results-view'
import './rehearsal.scss'

/** Milliseconds after the search data is there, and between two questions: it is done in pieces that keep no tap waiting. */
const before = 100
const pause = 30

let begun = false
const nothing = () => undefined
const noQuestion = () => ''

/**
 * Everyday questions, answered and (in browsers) drawn where nobody sees them while nobody types, once after the app is started: until the
 * JavaScript engine has compiled search and list, each letter takes several times as long.
 */
export const Rehearsal = memo(function Rehearsal() {
  const { snapshot } = useSnapshot()
  const areaName = useAreaName()
  const [result, setResult] = useState<SearchResult>()
  useEffect(() => {
    if (!snapshot || begun) return
    let on = true
    void (async () => {
      await wait(before)
      if (!on) return
      // Not again after the first letter: whoever types makes the engine ready, and a second question must not wait for it.
      begun = true
      for (const step of rehearsal(snapshot, hitsOnScreen())) {
        if (!on) break
        const answer = step()
        // In a mini-program what is drawn crosses over to another process: not for what nobody sees.
        if (!inWeChat) setResult(answer)
        await wait(pause)
      }
      setResult(undefined)
    })()
    return () => {
      on = false
    }
  }, [snapshot])
  if (!result) return null
  return (
    <View className='rehearsal' aria-hidden='true'>
      <ResultsView
        text=''
        result={result}
        searching={false}
        fromServer={false}
        filtersOn={0}
        first={result.hits.length}
        areaName={areaName}
        centre={undefined}
        question={noQuestion}
        onSuggestion={nothing}
        onOpen={nothing}
        onMore={nothing}
        onFilters={nothing}
        onClearFilters={nothing}
      />
    </View>
  )
})
