import { useCallback, useMemo, useRef, useState } from 'react'
import type { Filters, SearchHit } from '@shared/search'
import { useHide, useReachEnd } from '../platform/page'
import { open } from '../platform/navigate'
import { useCentre } from '../state/centre'
import { recentQuestions, remember } from '../state/recent'
import { count, sendEvents } from '../state/search-events'
import { useAreaName } from '../state/use-area-name'
import { texts } from '../texts'
import { ErrorState } from '../ui/states'
import { Skeleton } from '../ui/skeleton'
import { filterCount } from './filters'
import { FilterSheet } from './filter-sheet'
import { hitsOnScreen, pageOfHits } from './hit-list'
import { ResultsView } from './results-view'
import { useSearch } from './use-search'

/** The results for what stands in the search box; `onSuggestion` puts other words there. */
export function Results({ text, onSuggestion }: { readonly text: string; readonly onSuggestion: (text: string) => void }) {
  const [filters, setFilters] = useState<Filters>({})
  const first = useMemo(hitsOnScreen, [])
  const [shown, setShown] = useState({ text, limit: first })
  const [sheet, setSheet] = useState(false)
  const { value: centre } = useCentre()
  const areaName = useAreaName()
  const limit = shown.text === text ? shown.limit : first
  const { result, searching, problem, fromServer, retry } = useSearch({ text, filters, limit, counts: sheet })
  const more = useCallback(() => setShown({ text, limit: limit + pageOfHits }), [text, limit])
  useReachEnd(() => {
    if (result && result.hits.length < result.total && !sheet) more()
  })
  const asked = useRef({ text, found: 0 })
  asked.current = { text, found: result?.total ?? 0 }
  const counted = useRef('')
  // A question that was left without opening anything counts too: it shows what people do not find.
  useHide(() => {
    const { text: question, found } = asked.current
    if (counted.current !== question) count({ question, found })
    counted.current = question
    void sendEvents()
  })
  const openHit = useCallback((hit: SearchHit, rank: number) => {
    const { text: question, found } = asked.current
    counted.current = question
    recentQuestions.change((questions) => remember(questions, question))
    count({ question, opened: hit.id, rank, found })
    void open('pages/item/index', { id: hit.id, name: hit.name })
  }, [])
  const question = useCallback(() => asked.current.text, [])

  const openSheet = useCallback(() => setSheet(true), [])
  const clearFilters = useCallback(() => setFilters({}), [])

  if (problem) return <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} />
  if (!result) return <Skeleton lines={6} label={texts.common.loading} />
  return (
    <>
      <ResultsView
        text={text}
        result={result}
        searching={searching}
        fromServer={fromServer}
        filtersOn={filterCount(filters)}
        first={first}
        areaName={areaName}
        centre={centre}
        question={question}
        onSuggestion={onSuggestion}
        onOpen={openHit}
        onMore={more}
        onFilters={openSheet}
        onClearFilters={clearFilters}
      />
      <FilterSheet open={sheet} filters={filters} result={result} areaName={areaName} onChange={setFilters} onClose={() => setSheet(false)} />
    </>
  )
}
