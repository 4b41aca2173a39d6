import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { Filters, SearchHit, SearchResult } from '@shared/search'
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
import { useRehearsal } from './use-rehearsal'
import { useSearch } from './use-search'
import './results.scss'

const noFilters: Filters = {}

/** What stays of an answer while nobody types: as many rows as the next one will have. */
const rowsOf = ({ hits, total }: SearchResult, first: number): SearchResult => ({ hits: hits.slice(0, first), total, confidence: 'sure', truncated: false })

/**
 * The results for what stands in the search box; `onSuggestion` puts other words there. While nothing stands there the rows of the last answer
 * wait unseen: the first letter finds them drawn, and has only to change their words.
 */
export function Results({ text, onSuggestion }: { readonly text: string; readonly onSuggestion: (text: string) => void }) {
  const [filters, setFilters] = useState(noFilters)
  const first = useMemo(hitsOnScreen, [])
  const [shown, setShown] = useState({ text, limit: first })
  const [sheet, setSheet] = useState(false)
  const { value: centre } = useCentre()
  const areaName = useAreaName()
  const limit = shown.text === text ? shown.limit : first
  const typing = text.trim() !== ''
  const { result, searching, problem, fromServer, retry } = useSearch({ text, filters, limit, counts: sheet }, typing)
  const rehearsed = useRehearsal(!typing)
  const last = useRef<SearchResult>()
  if (typing && result) last.current = rowsOf(result, first)
  useEffect(() => {
    if (!typing) setFilters(noFilters)
  }, [typing])
  const more = useCallback(() => setShown({ text, limit: limit + pageOfHits }), [text, limit])
  useReachEnd(() => {
    if (typing && result && result.hits.length < result.total && !sheet) more()
  })
  const asked = useRef({ text, found: 0 })
  asked.current = { text: typing ? text : '', found: result?.total ?? 0 }
  const counted = useRef('')
  // A question that was left without opening anything counts too: it shows what people do not find.
  useHide(() => {
    const { text: question, found } = asked.current
    if (question && counted.current !== question) count({ question, found })
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
  const clearFilters = useCallback(() => setFilters(noFilters), [])

  if (typing && problem) return <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} />
  if (typing && !result) return <Skeleton lines={6} label={texts.common.loading} />
  const drawn = typing ? result : last.current ?? rehearsed
  if (!drawn) return null
  return (
    <View className={typing ? undefined : 'results--waiting'} aria-hidden={typing ? undefined : 'true'}>
      <ResultsView
        text={text}
        result={drawn}
        searching={searching}
        fromServer={typing && fromServer}
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
      <FilterSheet open={sheet} filters={filters} result={drawn} areaName={areaName} onChange={setFilters} onClose={() => setSheet(false)} />
    </View>
  )
}
