import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { columns, type Column } from '@shared/items/columns'
import type { ItemEvent } from '@shared/items/item'
import { now } from '../../platform/clock'
import { call } from '../../platform/request'
import { item as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import { Timeline } from '../../ui/timeline'
import { whenInWords } from '../../texts/when'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'

const headingOf = (field: string) => columns[field as Column]?.[0] ?? field

function Changes({ event }: { readonly event: ItemEvent }) {
  if (event.changes.length === 0) return null
  return (
    <Table
      label={words.history}
      heads={[words.field, words.from, words.to]}
      rows={event.changes.map(({ field, from, to }) => ({ key: field, cells: [headingOf(field), from || words.empty, to || words.empty] }))}
    />
  )
}

/** Who changed what of an item, newest first. */
export function ItemHistory({ id, version }: { readonly id: string; readonly version: number }) {
  const fetchPage = (cursor?: string) => call(routes.items.history, { params: { id }, query: cursor ? { cursor } : {} })
  const { value, problem, reload, set } = useStaffLoaded(`history ${id} ${version}`, () => fetchPage())
  const { busy, problem: moreProblem, send } = useSending()
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} />
  if (value.events.length === 0) return <EmptyState title={words.noHistory} />
  const more = () => void send(async () => {
    const page = await fetchPage(value.cursor)
    set({ events: [...value.events, ...page.events], ...(page.cursor ? { cursor: page.cursor } : {}) })
  })
  return (
    <View>
      <Timeline entries={value.events.map((event) => ({ id: String(event.version), title: words.events[event.action], when: `${whenInWords(event.at, now())} · ${event.byName}`, body: <Changes event={event} /> }))} />
      {value.cursor ? <Button kind='plain' wide busy={busy} onTap={more}>{frame.more}</Button> : null}
      {moreProblem ? <Notice tone='bad'>{moreProblem.message}</Notice> : null}
    </View>
  )
}
