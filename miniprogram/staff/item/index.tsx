import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import type { Item } from '@shared/items/item'
import { confirm, toast } from '../../platform/feedback'
import { back, replace } from '../../platform/navigate'
import { now } from '../../platform/clock'
import { usePageQuery } from '../../platform/page'
import { call } from '../../platform/request'
import { item as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { whenInWords } from '../../texts/when'
import { ItemEditor, editHelp } from './item-editor'
import { ItemHistory } from './item-history'
import { ItemPreview } from './item-preview'
import './item.scss'

type ItemView = 'edit' | 'preview' | 'history'

/** One item for staff: edit, what citizens see, and who changed what; `id` in the address, none for a new item. */
export default function StaffItemPage() {
  const { id } = usePageQuery()
  return (
    <StaffFrame title={id ? words.title : words.newTitle} help={editHelp} onBack={() => void back('staff/items/index')}>
      {(account) => (id ? <Stored id={id} account={account} /> : <NewItem account={account} />)}
    </StaffFrame>
  )
}

function NewItem({ account }: { readonly account: StaffAccount }) {
  if (!mayCall(routes.items.create, account.role)) return <Notice tone='warn'>{words.readOnly}</Notice>
  return <ItemEditor item={undefined} onSaved={({ id }) => { toast(words.created); void replace('staff/item/index', { id }) }} />
}

function Stored({ id, account }: { readonly id: string; readonly account: StaffAccount }) {
  const loaded = useStaffLoaded(`item ${id}`, () => call(routes.items.staffGet, { params: { id } }))
  const may = mayCall(routes.items.edit, account.role)
  const [view, setView] = useState<ItemView>(may ? 'edit' : 'preview')
  const item = loaded.value
  if (!item) {
    return loaded.problem
      ? <ErrorState message={loaded.problem.message} retryLabel={frame.retry} onRetry={() => void loaded.reload()} />
      : <Skeleton label={frame.loading} lines={10} />
  }
  const tabs = [...(may ? [{ value: 'edit' as const, label: words.edit }] : []), { value: 'preview' as const, label: words.preview }, { value: 'history' as const, label: words.history }]
  return (
    <View>
      <ItemHeading item={item} may={may} onChanged={loaded.set} onOvertaken={() => void loaded.reload()} />
      <Tabs label={words.views} tabs={tabs} chosen={view} onChoose={setView} />
      {may ? null : <Notice>{words.readOnly}</Notice>}
      {view === 'edit' ? <ItemEditor key={`${item.id} ${item.state}`} item={item} onSaved={(saved) => { toast(words.saved); loaded.set(saved) }} /> : null}
      {view === 'preview' ? <ItemPreview item={item} /> : null}
      {view === 'history' ? <ItemHistory id={item.id} version={item.version} /> : null}
    </View>
  )
}

/** Name, state, and taking the item off or publishing it again. */
function ItemHeading({ item, may, onChanged, onOvertaken }: { readonly item: Item; readonly may: boolean; readonly onChanged: (item: Item) => void; readonly onOvertaken: () => void }) {
  const { busy, problem, send } = useSending()
  const published = item.state === 'published'
  const change = async () => {
    const question = published ? { title: words.withdrawTitle, detail: words.withdrawDetail, yes: words.withdraw } : { title: words.restoreTitle, detail: words.restoreDetail, yes: words.restore }
    if (!await confirm({ ...question, no: frame.cancel })) return
    const route = published ? routes.items.withdraw : routes.items.restore
    const went = await send(async () => onChanged(await call(route, { params: { id: item.id }, body: { expectedVersion: item.version } })))
    if (went) toast(published ? words.withdrawn : words.published)
    else onOvertaken()
  }
  return (
    <View>
      <View className='item-heading'>
        <View className='item-heading__name'>{item.name}</View>
        <Badge tone={published ? 'good' : 'bad'}>{words.state[item.state]}</Badge>
        {item.sample ? <Badge tone='warn'>{words.sample}</Badge> : null}
        <View className='quiet'>{whenInWords(item.updatedAt, now())}</View>
        {may ? <Button kind={published ? 'danger' : 'plain'} busy={busy} onTap={() => void change()}>{published ? words.withdraw : words.restore}</Button> : null}
      </View>
      {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
    </View>
  )
}
