import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { may } from '@shared/accounts/permissions'
import { routes } from '@shared/api/routes'
import { dashboardMonths, type Dashboard } from '@shared/complaints/dashboard'
import { measures, medianDefinition } from '@shared/complaints/figures'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { dashboard as words } from '../../texts/staff/dashboard'
import { frame } from '../../texts/staff/frame'
import { BarChart, type Bar, type BarChartProps } from '../../ui/bar-chart'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { officeName } from '../centre/names'
import { StaffFrame } from '../frame/staff-frame'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { inTimeBars, loadBars, medianBars, ratingBars, receivedBars } from './bars'
import { ExportPanel } from './export-panel'
import './dashboard.scss'

const periods = ['3', String(dashboardMonths.usual), '12'] as const
type Period = (typeof periods)[number]
const everyOffice = ''
const ratingLegend: BarChartProps['legend'] = [{ tone: 'good', words: words.good }, { tone: 'warn', words: words.fair }, { tone: 'bad', words: words.bad }]

/** How much there is to do, what is overdue, how fast and how well it was answered, by office and month; and cases as a file. */
export default function StaffDashboardPage() {
  return <StaffFrame title={words.title}>{(account) => <Board account={account} />}</StaffFrame>
}

function Board({ account }: { readonly account: StaffAccount }) {
  const { value: centre } = useCentre()
  const [period, setPeriod] = useState<Period>(String(dashboardMonths.usual))
  const [office, setOffice] = useState(everyOffice)
  const all = may(account.role, 'complaint.read-all')
  const offices = all && centre ? [{ value: everyOffice, label: words.everyOffice }, ...centre.offices.map(({ id, name }) => ({ value: id, label: name }))] : []
  return (
    <View>
      <View className='dashboard-filters'>
        <Chips<Period> single label={words.period} choices={periods.map((value) => ({ value, label: words.months(Number(value)) }))} chosen={[period]} onChoose={setPeriod} />
        {offices.length > 2 ? <Chips single label={words.officeOf} choices={offices} chosen={[office]} onChoose={setOffice} /> : null}
      </View>
      <Charts key={`${period} ${office}`} months={Number(period)} office={office} />
      <ExportPanel account={account} />
    </View>
  )
}

function Tile({ label, value, bad = false }: { readonly label: string; readonly value: string; readonly bad?: boolean }) {
  return (
    <View className='dashboard-tile' role='listitem'>
      <View className={`dashboard-tile__value ${bad ? 'dashboard-tile__value--bad' : ''}`}>{value}</View>
      <View className='dashboard-tile__label'>{label}</View>
    </View>
  )
}

function Tiles({ value: { offices, total: { counts, medianDays } }, months }: { readonly value: Dashboard; readonly months: number }) {
  const sum = (of: 'open' | 'overdue' | 'dueToday') => offices.reduce((all, it) => all + it[of], 0)
  return (
    <>
      <View className='dashboard-tiles' role='list' aria-label={words.now}>
        <Tile label={words.open} value={words.pieces(sum('open'))} />
        <Tile label={words.overdue} value={words.pieces(sum('overdue'))} bad={sum('overdue') > 0} />
        <Tile label={words.dueToday} value={words.pieces(sum('dueToday'))} />
      </View>
      <View className='dashboard-when'>{words.inPeriod(months)}</View>
      <View className='dashboard-tiles' role='list' aria-label={words.inPeriod(months)}>
        <Tile label={words.received} value={words.pieces(counts.received)} />
        <Tile label={words.inTime} value={words.share(counts.inTime, counts.due)} />
        <Tile label={words.median} value={medianDays === undefined ? words.none : words.days(medianDays)} />
        <Tile label={words.satisfied} value={words.share(counts.satisfied, counts.rated)} />
      </View>
    </>
  )
}

function Chart({ title, bars, ...more }: { readonly title: string; readonly bars: readonly Bar[] } & Pick<BarChartProps, 'full' | 'legend'>) {
  return <Card title={title}><BarChart label={title} bars={bars} {...more} /></Card>
}

function Charts({ months, office }: { readonly months: number; readonly office: string }) {
  const { value: centre } = useCentre()
  const { value, problem, reload } = useStaffLoaded(`dashboard ${months} ${office}`, () => call(routes.complaints.dashboard, { params: {}, query: { months, ...(office ? { office } : {}) } }))
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={9} />
  const offices = value.offices.map((it) => ({ ...it, key: it.office ?? 'none', label: officeName(centre, it.office) ?? words.nobody }))
  const byMonth = value.months.map((it) => ({ ...it, key: it.month, label: words.month(it.month) }))
  return (
    <>
      <Tiles value={value} months={months} />
      {value.total.counts.received === 0 && offices.every(({ open }) => open === 0) ? <EmptyState title={words.empty} /> : (
        <View className='dashboard-charts'>
          <Chart title={words.load} bars={loadBars(offices)} legend={[{ tone: 'bad', words: words.overdue }, { tone: 'main', words: words.inDeadline }]} />
          <Chart title={words.byMonth} bars={receivedBars(byMonth)} legend={[{ tone: 'good', words: words.rectified }, { tone: 'main', words: words.others }]} />
          <Chart title={words.officeMedian} bars={medianBars(offices)} />
          <Chart title={words.monthMedian} bars={medianBars(byMonth)} />
          <Chart title={words.officeInTime} bars={inTimeBars(offices)} full={1} legend={[{ tone: 'good', words: words.inTime }, { tone: 'bad', words: words.late }]} />
          <Chart title={words.monthInTime} bars={inTimeBars(byMonth)} full={1} legend={[{ tone: 'good', words: words.inTime }, { tone: 'bad', words: words.late }]} />
          <Chart title={words.officeRatings} bars={ratingBars(offices)} full={1} legend={ratingLegend} />
          <Chart title={words.monthRatings} bars={ratingBars(byMonth)} full={1} legend={ratingLegend} />
        </View>
      )}
      <Card title={words.definitions}>
        {(['received', 'due', 'inTime', 'rectified', 'rated', 'satisfied'] as const).map((measure) => <View key={measure} className='dashboard-definition'>{words.definition(measures[measure].name, measures[measure].definition)}</View>)}
        <View className='dashboard-definition'>{words.definition(words.median, medianDefinition)}</View>
      </Card>
    </>
  )
}
