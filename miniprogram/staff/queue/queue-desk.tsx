import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { complaintActions } from '@shared/complaints/states'
import { now } from '../../platform/clock'
import { useShow } from '../../platform/page'
import { useCentre } from '../../state/centre'
import { useKept } from '../../state/kept'
import { queue as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { Tappable } from '../../ui/tappable'
import { DefaultOfficeWatch } from '../accounts/default-office-notice'
import { officeName } from '../centre/names'
import type { StaffAction } from '../complaint/action-form'
import { ComplaintPanel } from '../complaint/complaint-panel'
import { useInterval } from '../frame/use-interval'
import { useSettled } from '../frame/use-settled'
import { opensNext } from './advance'
import { isNarrowed, wholeQueue, type QueueFilter } from './filter'
import { Filters } from './filters'
import { PassMany } from './pass-many'
import { QueueLine } from './queue-line'
import { markOf, seenComplaints, withSeen } from './seen'
import { queueTabs } from './tabs'
import type { Queue, useCounts } from './use-queue'
import type { Selection } from './use-selection'

/** Milliseconds between two looks whether the queue has changed. */
const lookAgainAfter = 60_000

/** What was done last, to be told with the way back. */
export interface Done {
  readonly id: string
  readonly receipt: string
  readonly action: StaffAction
  /** The next case was opened. */
  readonly next: boolean
  /** There is no further one. */
  readonly last: boolean
}

/** The queue with everything that can be done from it. */
export interface QueueDeskProps {
  readonly account: StaffAccount
  readonly wide: boolean
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly chosen: string | undefined
  /** The lines that pass the filter. */
  readonly lines: readonly StaffComplaintLine[]
  readonly queue: Queue
  readonly counts: ReturnType<typeof useCounts>
  readonly selection: Selection
  readonly maySelect: boolean
  readonly done: Done | undefined
  readonly acted: (action: StaffAction, complaint: StaffComplaint) => void
  readonly goBack: () => void
  readonly reload: () => void
  readonly show: (id: string) => void
}

/** What was just done with a case, and the way back to it. */
function DoneBar({ done, onBack }: { readonly done: Done; readonly onBack: () => void }) {
  const opens = useKept(opensNext)
  return (
    <View className='done-bar' role='status'>
      <Text>{`${desk.did(done.receipt, complaintActions[done.action])}${done.next ? desk.nextOpened : done.last ? desk.noneLeft : ''}`}</Text>
      {done.next ? <Button kind='text' onTap={onBack}>{desk.backToIt}</Button> : null}
      <Tappable className={`done-bar__setting ${opens ? 'done-bar__setting--on' : ''}`} role='checkbox' on={opens} onTap={() => opensNext.change((now) => !now)}>{desk.opensNext}</Tappable>
    </View>
  )
}

/** What is said of what is shown, when it is not simply the queue. */
function summaryOf(filter: QueueFilter, shown: number, loaded: { readonly lines: readonly unknown[]; readonly cursor: string | undefined; readonly searched: number } | undefined): string {
  if (!loaded) return ''
  if (filter.text) return desk.searched(shown, loaded.searched)
  if (!isNarrowed(filter)) return ''
  return (loaded.cursor ? desk.narrowedMore : desk.narrowed)(shown, loaded.lines.length)
}

/** Tools, list, and on a wide window the chosen complaint. */
export function QueueDesk(props: QueueDeskProps) {
  const { account, wide, filter, onFilter, chosen, lines, queue: { loaded, more, put }, counts, selection, maySelect, done, acted, goBack, reload, show } = props
  const { value: centre } = useCentre()
  const seen = useKept(seenComplaints)
  const [passing, setPassing] = useState(false)
  const [changed, setChanged] = useState(false)
  const fetchedWith = useRef('')
  const total = JSON.stringify(counts.value?.counts ?? [])
  useEffect(() => {
    if (!loaded.loading) return
    fetchedWith.current = ''
    setChanged(false)
  }, [loaded.loading])
  useEffect(() => {
    if (counts.value === undefined) return
    if (fetchedWith.current && fetchedWith.current !== total) setChanged(true)
    fetchedWith.current ||= total
  }, [counts.value, total])
  useShow(() => void counts.reload())
  useInterval(() => void counts.reload(), lookAgainAfter)
  // Walking down the list with j fetches only what one stops at.
  const shown = useSettled(chosen, 120)
  const onSeen = (complaint: StaffComplaint) => {
    const before = lines.find(({ id }) => id === complaint.id)
    seenComplaints.change((all) => withSeen(all, complaint.id, complaint.updatedAt))
    put(complaint)
    if (!before || before.state === complaint.state) return
    fetchedWith.current = ''
    void counts.reload()
  }
  const summary = summaryOf(filter, lines.length, loaded.value)
  const selected = selection.ids ? lines.filter(({ id }) => selection.ids?.has(id)) : []
  return (
    <>
      <Filters
        account={account}
        filter={filter}
        onFilter={onFilter}
        onReload={reload}
        onFound={(complaint) => { onSeen(complaint); show(complaint.id) }}
        onSelect={maySelect && !selection.ids ? selection.begin : undefined}
      />
      {filter.text ? null : <Tabs label={words.tabs} tabs={queueTabs(counts.value?.counts)} chosen={filter.tab} onChoose={(tab) => onFilter({ ...filter, tab })} />}
      {changed ? <Tappable className='queue-changed' onTap={reload}>{words.changed}</Tappable> : null}
      {selection.ids ? (
        <View className='select-bar' role='toolbar'>
          <Text>{desk.selecting(selected.length)}</Text>
          <Button disabled={selected.length === 0} onTap={() => setPassing(true)}>{desk.passOn}</Button>
          <Button kind='plain' onTap={() => selection.take(lines.map(({ id }) => id))}>{desk.selectAll}</Button>
          <Button kind='text' onTap={selection.end}>{desk.selectNone}</Button>
        </View>
      ) : null}
      <View className={wide ? 'panes' : ''}>
        <View className={wide ? 'panes__list' : ''}>
          <DefaultOfficeWatch account={account} />
          {counts.value?.calendarEnds ? <Notice tone='warn'>{words.calendarEnds(counts.value.calendarEnds)}</Notice> : null}
          {counts.value && counts.value.overdue > 0 && !filter.only.includes('overdue') ? (
            <Tappable className='queue-overdue' onTap={() => onFilter({ ...wholeQueue, only: ['overdue'] })}>{words.overdueCount(counts.value.overdue)}</Tappable>
          ) : null}
          {summary ? <View className='queue-summary' role='status'>{summary}</View> : null}
          {loaded.problem ? <ErrorState message={loaded.problem.message} retryLabel={frame.retry} onRetry={reload} /> : null}
          {loaded.loading && lines.length === 0 ? <Skeleton label={frame.loading} lines={9} /> : null}
          {loaded.value && lines.length === 0 && !more.busy ? (
            summary || filter.office
              ? <EmptyState title={desk.nothing} detail={desk.nothingDetail}><Button kind='plain' onTap={() => onFilter(wholeQueue)}>{desk.reset}</Button></EmptyState>
              : <EmptyState title={filter.tab === 'open' ? words.emptyOpen : words.empty} detail={filter.tab === 'open' ? words.emptyOpenDetail : words.emptyDetail} />
          ) : null}
          {lines.length > 0 ? (
            <View role='listbox' aria-label={words.list}>
              {lines.map((line) => (
                <QueueLine
                  key={line.id}
                  line={line}
                  chosen={line.id === chosen}
                  ticked={selection.ids?.has(line.id)}
                  mark={markOf(seen, line)}
                  office={officeName(centre, line.office)}
                  nowMs={now()}
                  onOpen={() => (selection.ids ? selection.toggle(line.id) : show(line.id))}
                />
              ))}
            </View>
          ) : null}
          {loaded.value?.cursor ? <Button kind='plain' wide busy={more.busy} onTap={more.load}>{filter.text ? desk.searchOlder : frame.more}</Button> : null}
          {more.problem ? <Notice tone='bad'>{more.problem}</Notice> : null}
        </View>
        {wide ? (
          <View className='panes__main'>
            {done ? <DoneBar done={done} onBack={goBack} /> : null}
            {shown
              ? <ComplaintPanel key={shown} id={shown} account={account} onSeen={onSeen} onActed={acted} />
              : <EmptyState title={words.choose} detail={words.chooseDetail} />}
          </View>
        ) : null}
      </View>
      {passing ? (
        <PassMany
          lines={selected}
          onClose={() => setPassing(false)}
          onResult={({ results }) => {
            const failed = results.filter((it) => !it.done).map(({ id }) => id)
            if (failed.length > 0) selection.take(failed)
            else selection.end()
            reload()
          }}
        />
      ) : null}
    </>
  )
}
