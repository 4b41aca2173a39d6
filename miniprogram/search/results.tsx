import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { Filters, SearchHit, SearchResult } from '@shared/search'
import { useHide, useReachEnd } from '../platform/page'
import { open } from '../platform/navigate'
import { useCentre } from '../state/centre'
import { recentQuestions, remember } from '../state/recent'
import { count, sendEvents } from '../state/search-events'
import { useAreaName } from '../state/use-area-name'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { EmptyState, ErrorState, Notice } from '../ui/states'
import { Skeleton } from '../ui/skeleton'
import { Tappable } from '../ui/tappable'
import { filterCount } from './filters'
import { FilterSheet } from './filter-sheet'
import { HitList, hitsOnScreen, pageOfHits } from './hit-list'
import { WaysOn } from './nothing-found'
import { useCompletions } from './use-completions'
import { useSearch } from './use-search'

const words = texts.search

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

  if (problem) return <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} />
  if (!result) return <Skeleton lines={6} label={texts.common.loading} />
  const on = filterCount(filters)
  return (
    <View className={searching ? 'results results--searching' : 'results'}>
      {fromServer ? null : <Completions text={text} onChoose={onSuggestion} />}
      <View className='results__head'>
        <View role='status'>{foundWords(result)}</View>
        <Button kind='text' onTap={() => setSheet(true)}>{on > 0 ? words.filtersOn(on) : words.filters}</Button>
      </View>
      {fromServer ? <Notice>{words.fromServer}</Notice> : null}
      <Wording result={result} />
      {result.hits.length > 0 ? <HitList result={result} first={first} areaName={areaName} onOpen={openHit} onMore={more} /> : null}
      {result.hits.length === 0 && on > 0 ? (
        <EmptyState title={words.filteredOut}><Button kind='plain' onTap={() => setFilters({})}>{words.clearFilters}</Button></EmptyState>
      ) : null}
      {result.hits.length === 0 && on === 0 ? <EmptyState title={words.nothing(text)} detail={words.nothingDetail} /> : null}
      {result.confidence === 'sure' ? null : <WaysOn question={question} centre={centre} />}
      <FilterSheet open={sheet} filters={filters} result={result} areaName={areaName} onChange={setFilters} onClose={() => setSheet(false)} />
    </View>
  )
}

const foundWords = ({ total, confidence }: SearchResult) => (total === 0 ? '' : confidence === 'sure' ? words.found(total) : words.foundNear(total))

function Wording({ result }: { readonly result: SearchResult }) {
  return (
    <>
      {result.truncated ? <Notice tone='warn'>{words.truncated}</Notice> : null}
      {result.didYouMean ? <Notice>{words.didYouMean(result.didYouMean)}</Notice> : null}
      {result.confidence === 'unsure' ? <Notice tone='warn'>{words.unsure}</Notice> : null}
    </>
  )
}

/** Completions in one line; the line keeps its height without any, so that the results below do not jump. */
const Completions = memo(function Completions({ text: typed, onChoose }: { readonly text: string; readonly onChoose: (text: string) => void }) {
  const completions = useCompletions(typed)
  return (
    <View className='results__completions' aria-label={words.suggestions} role='list'>
      {completions.map((text) => <Tappable key={text} className='results__completion' onTap={() => onChoose(text)}>{text}</Tappable>)}
    </View>
  )
})
