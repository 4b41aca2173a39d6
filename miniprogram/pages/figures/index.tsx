import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { measureList, measures, medianDefinition } from '@shared/complaints/figures'
import { complaintKinds } from '@shared/complaints/kinds'
import type { PublicFigures } from '@shared/complaints/public-figures'
import { HistoryCard } from '../../complaints/history-card'
import { PageFrame } from '../../frame/page-frame'
import { StaleNotice } from '../../frame/stale-notice'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { useRefresh } from '../../platform/page'
import { call } from '../../platform/request'
import { useShare } from '../../platform/share'
import { seenFigures } from '../../state/seen'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { whenInWords } from '../../texts/when'
import { BarChart } from '../../ui/bar-chart'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { barsOf, countWords, nothingToDraw, percentOf, type Chosen, type FiguresRow } from './shown'
import './index.scss'

const words = texts.board
const choices = [...measureList.map((value) => ({ value, label: measures[value].name })), { value: 'median', label: words.medianName }] as const
const tiles = ['received', 'accepted', 'rectified', 'reopened'] as const

/** One number with its name. */
function Tile({ name, value, detail }: { readonly name: string; readonly value: string; readonly detail?: string }) {
  return (
    <View className='figures__tile'>
      <View className='figures__name'>{name}</View>
      <View className='figures__value'>{value}</View>
      {detail ? <View className='figures__detail'>{detail}</View> : null}
    </View>
  )
}

/** A part of a whole: in per cent where both are shown, with the counts. */
function Rate({ part, whole, counts }: { readonly part: 'inTime' | 'satisfied'; readonly whole: 'due' | 'rated'; readonly counts: PublicFigures['whole']['counts'] }) {
  const percent = percentOf(counts[part], counts[whole])
  const both = words.rate(`${measures[part].name} ${countWords(counts[part])}`, `${measures[whole].name} ${countWords(counts[whole])}`)
  // Of two counts that are both hidden there is nothing to say of a share.
  if (!counts[part].least && !counts[whole].least) return <Tile name={measures[part].name} value={words.hidden} />
  return <Tile name={measures[part].name} value={percent === undefined ? countWords(counts[part]) : words.percent(percent)} detail={both} />
}

/** Bars of what was chosen; in place of bars that are all alike because nothing may be shown, a sentence. */
function Chart({ name, by, rows, chosen }: { readonly name: string; readonly by: string; readonly rows: readonly (FiguresRow & { readonly key: string; readonly label: string })[]; readonly chosen: Chosen }) {
  return (
    <>
      <View className='figures__chart'>{`${name} · ${by}`}</View>
      {nothingToDraw(rows, chosen) ? <View className='figures__detail'>{words.tooFew}</View> : <BarChart label={`${name}，${by}`} bars={barsOf(rows, chosen)} />}
    </>
  )
}

function Charts({ figures: { at, whole, byKind, byMonth } }: { readonly figures: PublicFigures }) {
  const [chosen, setChosen] = useState<Chosen>('received')
  const name = choices.find(({ value }) => value === chosen)?.label ?? ''
  return (
    <>
      <Card title={words.figuresLead}>
        <View className='figures__tiles'>
          {tiles.map((measure) => <Tile key={measure} name={measures[measure].name} value={countWords(whole.counts[measure])} />)}
          <Rate part='inTime' whole='due' counts={whole.counts} />
          <Rate part='satisfied' whole='rated' counts={whole.counts} />
          <Tile name={words.medianName} value={whole.medianDays === undefined ? words.hidden : words.days(whole.medianDays)} detail={words.medianLead} />
        </View>
        <View className='figures__detail'>{words.figuresAt(whenInWords(at, now()))}</View>
      </Card>
      <Card title={words.show}>
        <Chips single label={words.show} choices={choices} chosen={[chosen]} onChoose={setChosen} />
        <Chart name={name} by={words.byMonth} rows={byMonth.map(({ month, ...row }) => ({ ...row, key: month, label: words.month(month) }))} chosen={chosen} />
        <Chart name={name} by={words.byKind} rows={byKind.map(({ kind, ...row }) => ({ ...row, key: kind, label: complaintKinds[kind] }))} chosen={chosen} />
        <View className='figures__detail'>{words.hiddenNote}</View>
      </Card>
    </>
  )
}

/** How many complaints were raised, answered in time and put right, by month and kind, with what each number means. */
export default function FiguresPage() {
  const { value, problem, stale, reload } = useLoaded('figures', () => call(routes.complaints.figures, { params: { centre } }), seenFigures)
  useRefresh(reload)
  useShare(() => ({ title: words.figuresTitle, page: 'pages/figures/index', query: {} }))
  return (
    <PageFrame title={words.figuresTitle}>
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()} /> : null}
      <StaleNotice stale={stale} onRetry={() => void reload()} />
      {!value && !problem ? <Skeleton lines={8} label={texts.common.loading} /> : null}
      {value && !value.figures ? <EmptyState title={words.figuresNone} detail={words.figuresNoneDetail} /> : null}
      {value?.figures ? <Charts figures={value.figures} /> : null}
      <HistoryCard />
      <Card title={words.definitions}>
        <View>{words.byRaised}</View>
        {measureList.map((measure) => <View key={measure} className='figures__definition'>{`${measures[measure].name}：${measures[measure].definition}`}</View>)}
        <View className='figures__definition'>{`${words.medianName}：${medianDefinition}`}</View>
      </Card>
      <Button kind='plain' wide onTap={() => void open('pages/answers/index')}>{texts.complaint.answers}</Button>
    </PageFrame>
  )
}
