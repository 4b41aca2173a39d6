import { useEffect, useState } from 'react'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { keepInAddress } from '../../platform/address'
import { now } from '../../platform/clock'
import { focusOn } from '../../platform/focus'
import { open } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import type { Shortcut } from '../../platform/shortcuts'
import { useWide } from '../../platform/viewport'
import { useKept } from '../../state/kept'
import { queue as words } from '../../texts/staff/complaints'
import type { StaffAction } from '../complaint/action-form'
import { firstPage, mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { useStaffAccount } from '../session/use-staff'
import { isHandedOver, nextToDo, opensNext } from './advance'
import { searchBox } from './filters'
import { filterFrom, passes, queryOf, type QueueFilter } from './filter'
import { complaintHelp } from './key-help'
import { neighbour } from './lines'
import { QueueDesk, type Done } from './queue-desk'
import { seenComplaints } from './seen'
import { useCounts, useQueue } from './use-queue'
import { useSelection } from './use-selection'
import './queue.scss'

/** Pixels from which the list and a complaint stand side by side. */
const twoPanes = 1_024

/** The queue of complaints; on a wide window with the chosen complaint beside it. What is shown lives in the address. */
export default function StaffQueuePage() {
  const wide = useWide(twoPanes)
  const query = usePageQuery()
  const role = useStaffAccount()?.role
  const [filter, setFilter] = useState<QueueFilter>(() => filterFrom(query))
  const [chosen, setChosen] = useState<string | undefined>(query.id)
  const [done, setDone] = useState<Done>()
  const [handled, setHandled] = useState<ReadonlySet<string>>(new Set())
  const seen = useKept(seenComplaints)
  const selection = useSelection()
  const queue = useQueue(filter)
  const counts = useCounts()
  const { loaded } = queue
  // The open one stays where it is, also when reading it made it pass the filter no longer.
  const lines = (loaded.value?.lines ?? []).filter((line) => line.id === chosen || handled.has(line.id) || passes(line, filter, { seen, nowMs: now() }))
  useEffect(() => keepInAddress(firstPage, { ...queryOf(filter), ...(chosen && wide ? { id: chosen } : {}) }), [filter, chosen, wide])
  const choose = (id: string | undefined) => {
    if (!id) return
    setChosen(id)
    focusOn(`line-${id}`)
  }
  const show = (id: string) => {
    setChosen(id)
    setDone(undefined)
    if (wide) focusOn('complaint-text')
    else void open('staff/complaint/index', { id })
  }
  const change = (next: QueueFilter) => {
    setFilter(next)
    setHandled(new Set())
    setDone(undefined)
    selection.end()
  }
  const reload = () => {
    setHandled(new Set())
    void Promise.all([loaded.reload(), counts.reload()])
  }
  /** After a step that hands a case over the next one opens; which one it was is said, with the way back. */
  const acted = (action: StaffAction, complaint: StaffComplaint) => {
    if (!isHandedOver(action)) return
    const all = new Set([...handled, complaint.id])
    setHandled(all)
    const next = opensNext.get() ? nextToDo(lines, complaint.id, all) : undefined
    setDone({ id: complaint.id, receipt: complaint.receipt, action, next: next !== undefined, last: opensNext.get() && next === undefined })
    choose(next)
  }
  const goBack = () => {
    if (!done) return
    setDone(undefined)
    choose(done.id)
  }
  const maySelect = role !== undefined && mayCall(routes.complaints.passMany, role)
  const shortcuts: Shortcut[] = [
    { key: 'j', run: () => choose(neighbour(lines, chosen, 1)) },
    { key: 'k', run: () => choose(neighbour(lines, chosen, -1)) },
    { key: 'enter', run: () => { if (chosen) show(chosen) } },
    { key: 'u', run: goBack },
    ...(maySelect ? [{ key: 'x', run: () => { if (chosen) selection.toggle(chosen) } }] : []),
    { key: '/', run: () => focusOn(searchBox) },
    { key: 'r', run: reload },
  ]
  return (
    <StaffFrame title={words.title} panes={wide} shortcuts={shortcuts} help={complaintHelp}>
      {(account: StaffAccount) => (
        <QueueDesk
          {...{ account, wide, filter, chosen, lines, queue, counts, selection, maySelect, done, acted, goBack, reload, show }}
          onFilter={change}
        />
      )}
    </StaffFrame>
  )
}
