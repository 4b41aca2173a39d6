import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { now } from '../../platform/clock'
import { focusOn } from '../../platform/focus'
import { open } from '../../platform/navigate'
import { useShow } from '../../platform/page'
import type { Shortcut } from '../../platform/shortcuts'
import { useWide } from '../../platform/viewport'
import { useCentre } from '../../state/centre'
import { useKept } from '../../state/kept'
import { queue as words } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { Tappable } from '../../ui/tappable'
import { officeName } from '../centre/names'
import { ComplaintPanel } from '../complaint/complaint-panel'
import { StaffFrame } from '../frame/staff-frame'
import { useInterval } from '../frame/use-interval'
import { useSettled } from '../frame/use-settled'
import { Filters, receiptBox } from './filters'
import { neighbour } from './lines'
import { complaintHelp } from './key-help'
import { QueueLine } from './queue-line'
import { markOf, seenComplaints, withSeen } from './seen'
import { queueTabs, type QueueTab } from './tabs'
import { useCounts, useQueue } from './use-queue'
import './queue.scss'

/** Pixels from which the list and a complaint stand side by side. */
const twoPanes = 1_080
/** Milliseconds between two looks whether the queue has changed. */
const lookAgainAfter = 60_000

/** The queue of complaints; on a wide window with the chosen complaint beside it. */
export default function StaffQueuePage() {
  const wide = useWide(twoPanes)
  const [tab, setTab] = useState<QueueTab>('open')
  const [office, setOffice] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const { loaded, more, put } = useQueue(tab, office)
  const counts = useCounts()
  const lines = loaded.value?.lines ?? []
  const go = (id: string | undefined) => {
    if (!id) return
    setChosen(id)
    focusOn(`line-${id}`)
  }
  const show = (id: string) => {
    setChosen(id)
    if (!wide) void open('staff/complaint/index', { id })
    else focusOn('complaint-text')
  }
  const reload = () => void Promise.all([loaded.reload(), counts.reload()])
  const shortcuts: Shortcut[] = [
    { key: 'j', run: () => go(neighbour(lines, chosen, 1)) },
    { key: 'k', run: () => go(neighbour(lines, chosen, -1)) },
    { key: 'enter', run: () => { if (chosen) show(chosen) } },
    { key: '/', run: () => focusOn(receiptBox) },
    { key: 'r', run: reload },
  ]
  return (
    <StaffFrame title={words.title} panes={wide} shortcuts={shortcuts} help={complaintHelp}>
      {(account) => (
        <Queue {...{ account, wide, tab, setTab, office, setOffice, chosen, setChosen, loaded, more, put, counts, reload, show }} />
      )}
    </StaffFrame>
  )
}

interface QueueProps {
  readonly account: StaffAccount
  readonly wide: boolean
  readonly tab: QueueTab
  readonly setTab: (tab: QueueTab) => void
  readonly office: string | undefined
  readonly setOffice: (office: string | undefined) => void
  readonly chosen: string | undefined
  readonly setChosen: (id: string) => void
  readonly show: (id: string) => void
  readonly reload: () => void
  readonly counts: ReturnType<typeof useCounts>
}

function Queue(props: QueueProps & ReturnType<typeof useQueue>) {
  const { account, wide, tab, setTab, office, setOffice, chosen, setChosen, loaded, more, put, counts, reload, show } = props
  const { value: centre } = useCentre()
  const seen = useKept(seenComplaints)
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
  const lines = loaded.value?.lines ?? []
  // Walking down the list with j fetches only what one stops at.
  const shown = useSettled(chosen, 120)
  const onSeen = (complaint: StaffComplaint) => {
    seenComplaints.change((before) => withSeen(before, complaint.id, complaint.updatedAt))
    put(complaint)
  }
  const onActed = (complaint: StaffComplaint) => {
    const before = lines.find(({ id }) => id === complaint.id)
    onSeen(complaint)
    if (before && before.state !== complaint.state) {
      fetchedWith.current = ''
      void counts.reload()
    }
  }
  return (
    <>
      <Filters account={account} office={office} onOffice={setOffice} onReload={reload} onFound={(complaint) => { onSeen(complaint); show(complaint.id) }} />
      <Tabs label={words.tabs} tabs={queueTabs(counts.value?.counts)} chosen={tab} onChoose={setTab} />
      {changed ? <Tappable className='queue-changed' onTap={reload}>{words.changed}</Tappable> : null}
      <View className={wide ? 'panes' : ''}>
        <View className={wide ? 'panes__list' : ''}>
          {counts.value?.calendarEnds ? <Notice tone='warn'>{words.calendarEnds(counts.value.calendarEnds)}</Notice> : null}
          {counts.value && counts.value.overdue > 0 ? <Notice tone='bad'>{words.overdueCount(counts.value.overdue)}</Notice> : null}
          {loaded.problem ? <ErrorState message={loaded.problem.message} retryLabel={frame.retry} onRetry={reload} /> : null}
          {loaded.loading && lines.length === 0 ? <Skeleton label={frame.loading} lines={9} /> : null}
          {loaded.value && lines.length === 0 ? (
            <EmptyState title={tab === 'open' ? words.emptyOpen : words.empty} detail={tab === 'open' && !office ? words.emptyOpenDetail : words.emptyDetail} />
          ) : null}
          {lines.length > 0 ? (
            <View role='listbox' ariaLabel={words.list}>
              {lines.map((line) => (
                <QueueLine key={line.id} line={line} chosen={line.id === chosen} mark={markOf(seen, line)} office={officeName(centre, line.office)} nowMs={now()} onOpen={() => { setChosen(line.id); show(line.id) }} />
              ))}
            </View>
          ) : null}
          {loaded.value?.cursor ? <Button kind='plain' wide busy={more.busy} onTap={more.load}>{frame.more}</Button> : null}
          {more.problem ? <Notice tone='bad'>{more.problem}</Notice> : null}
        </View>
        {wide ? (
          <View className='panes__main'>
            {shown
              ? <ComplaintPanel key={shown} id={shown} account={account} onSeen={onActed} />
              : <EmptyState title={words.choose} detail={words.chooseDetail} />}
          </View>
        ) : null}
      </View>
    </>
  )
}
