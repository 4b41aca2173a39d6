import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { chinaDay } from '@shared/calendar/calendar'
import { now } from '../../platform/clock'
import { focusOn } from '../../platform/focus'
import { open } from '../../platform/navigate'
import { useShow } from '../../platform/page'
import { useCentre } from '../../state/centre'
import { items as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Checklist } from '../../ui/checklist'
import { Chips } from '../../ui/chips'
import { Row } from '../../ui/row'
import { SearchBox } from '../../ui/search-box'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Sheet } from '../../ui/sheet'
import { areaName } from '../centre/names'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { useSettled } from '../frame/use-settled'
import { dayInWords } from '../../texts/when'
import { useDepartments, useItems, type ItemsWanted } from './use-items'
import './items.scss'

const box = 'items-find'
const withdrawnToo = 'withdrawn'

/** The catalogue: find an item, add one, import a file. */
export default function StaffItemsPage() {
  useEffect(() => focusOn(box), [])
  return (
    <StaffFrame title={words.title} shortcuts={[{ key: '/', run: () => focusOn(box) }]} help={[{ keys: ['/'], does: frame.keys.search }]}>
      {(account) => <Items account={account} />}
    </StaffFrame>
  )
}

function Items({ account }: { readonly account: StaffAccount }) {
  const [wanted, setWanted] = useState<ItemsWanted>({ q: '', area: '', department: '', withdrawn: false })
  const [choosing, setChoosing] = useState(false)
  const [round, setRound] = useState(0)
  const { loaded, more } = useItems(useSettled(wanted, 250))
  const { value: centre } = useCentre()
  const departments = useDepartments()
  const change = (part: Partial<ItemsWanted>) => setWanted((before) => ({ ...before, ...part }))
  const first = useRef(true)
  useShow(() => {
    if (!first.current) void loaded.reload()
    first.current = false
  })
  const today = chinaDay(now())
  return (
    <View>
      <View className='items-tools'>
        <View className='items-tools__box'>
          <SearchBox
            key={round}
            id={box}
            label={words.find}
            placeholder={words.findPlaceholder}
            clearLabel={frame.clear}
            filled={wanted.q !== ''}
            onInput={(q) => change({ q })}
            onConfirm={(q) => change({ q })}
            onClear={() => { change({ q: '' }); setRound(round + 1); focusOn(box) }}
          />
        </View>
        <Button kind='plain' onTap={() => setChoosing(true)}>{wanted.department || words.allDepartments}</Button>
        {mayCall(routes.items.create, account.role) ? <Button kind='plain' onTap={() => void open('staff/item/index')}>{words.add}</Button> : null}
        {mayCall(routes.items.importPreview, account.role) ? <Button kind='plain' onTap={() => void open('staff/import/index')}>{words.import}</Button> : null}
      </View>
      <View className='items-filters'>
        <Chips single label={words.area} choices={[{ value: '', label: words.allAreas }, ...(centre?.areas ?? []).map(({ id, name }) => ({ value: id, label: name }))]} chosen={[wanted.area]} onChoose={(area) => change({ area })} />
        <Checklist label={words.withdrawnToo} entries={[{ id: withdrawnToo, title: words.withdrawnToo }]} ticked={wanted.withdrawn ? [withdrawnToo] : []} onToggle={() => change({ withdrawn: !wanted.withdrawn })} />
      </View>
      {loaded.problem ? <ErrorState message={loaded.problem.message} retryLabel={frame.retry} onRetry={() => void loaded.reload()} /> : null}
      {!loaded.value && !loaded.problem ? <Skeleton label={frame.loading} lines={10} /> : null}
      {loaded.value ? <View className='quiet items-total' role='status'>{words.total(loaded.value.total)}</View> : null}
      {loaded.value?.items.length === 0 ? <EmptyState title={words.empty} detail={words.emptyDetail} /> : null}
      {loaded.value && loaded.value.items.length > 0 ? (
        <Card flush>
          {loaded.value.items.map(({ id, name, code, department, area, state, updatedAt }) => (
            <Row
              key={id}
              title={<>{name} {state === 'withdrawn' ? <Badge tone='bad'>{words.withdrawn}</Badge> : null}</>}
              detail={[department ?? words.noDepartment, areaName(centre, area), code].filter(Boolean).join(' · ')}
              aside={words.updated(dayInWords(chinaDay(Date.parse(updatedAt)), today))}
              onTap={() => void open('staff/item/index', { id })}
            />
          ))}
        </Card>
      ) : null}
      {loaded.value?.cursor ? <Button kind='plain' wide busy={more.busy} onTap={more.load}>{frame.more}</Button> : null}
      {more.problem ? <Notice tone='bad'>{more.problem}</Notice> : null}
      <Sheet open={choosing} title={words.chooseDepartment} closeLabel={frame.close} onClose={() => setChoosing(false)}>
        <Chips
          single
          label={words.department}
          choices={[{ value: '', label: words.allDepartments }, ...departments.map(({ value, count }) => ({ value, label: value, count }))]}
          chosen={[wanted.department]}
          onChoose={(department) => { change({ department }); setChoosing(false) }}
        />
      </Sheet>
    </View>
  )
}
