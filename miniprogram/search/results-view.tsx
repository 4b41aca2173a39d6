import { memo } from 'react'
import { View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import type { SearchHit, SearchResult } from '@shared/search'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { EmptyState, Notice } from '../ui/states'
import { Tappable } from '../ui/tappable'
import { HitList } from './hit-list'
import { WaysOn } from './nothing-found'
import { useCompletions } from './use-completions'
import './results.scss'

const words = texts.search

/** An answer, and what one may do about it. */
export interface ResultsViewProps {
  /** What stands in the search box. */
  readonly text: string
  readonly result: SearchResult
  /** The answer is to an earlier question; a new one is on its way. */
  readonly searching: boolean
  readonly fromServer: boolean
  /** How many filters are set. */
  readonly filtersOn: number
  /** How many results there are before the first "more". */
  readonly first: number
  readonly areaName: (area: string) => string
  readonly centre: Centre | undefined
  /** What was asked, when it is sent to the centre. */
  readonly question: () => string
  readonly onSuggestion: (text: string) => void
  readonly onOpen: (hit: SearchHit, rank: number) => void
  readonly onMore: () => void
  readonly onFilters: () => void
  readonly onClearFilters: () => void
}

/** Completions, how many were found, what to know of the answer, the results, and ways on when it is not sure. */
export function ResultsView({
  text, result, searching, fromServer, filtersOn, first, areaName, centre, question, onSuggestion, onOpen, onMore, onFilters, onClearFilters,
}: ResultsViewProps) {
  return (
    <View className={searching ? 'results results--searching' : 'results'}>
      {fromServer ? null : <Completions text={text} onChoose={onSuggestion} />}
      <View className='results__head'>
        <View role='status'>{foundWords(result)}</View>
        <Button kind='text' onTap={onFilters}>{filtersOn > 0 ? words.filtersOn(filtersOn) : words.filters}</Button>
      </View>
      {fromServer ? <Notice>{words.fromServer}</Notice> : null}
      <Wording result={result} />
      {result.hits.length > 0 ? <HitList result={result} first={first} areaName={areaName} onOpen={onOpen} onMore={onMore} /> : null}
      {result.hits.length === 0 && filtersOn > 0 ? (
        <EmptyState title={words.filteredOut}><Button kind='plain' onTap={onClearFilters}>{words.clearFilters}</Button></EmptyState>
      ) : null}
      {result.hits.length === 0 && filtersOn === 0 ? <EmptyState title={words.nothing(text)} detail={words.nothingDetail} /> : null}
      {result.confidence === 'sure' ? null : <WaysOn question={question} centre={centre} />}
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
