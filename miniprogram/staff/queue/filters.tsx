import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { queue as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { SearchBox } from '../../ui/search-box'
import { receiptFrom } from '../complaint/receipt'
import { FilterSheet } from './filter-sheet'
import type { QueueFilter } from './filter'
import { useReceipt } from './use-queue'
import { ViewRow } from './view-row'

/** Id of the box for words and receipt numbers, for the shortcut. */
export const searchBox = 'queue-search'

/** Find by words or number, choose a view, narrow down, fetch anew. */
export interface FiltersProps {
  readonly account: StaffAccount
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly onFound: (complaint: StaffComplaint) => void
  readonly onReload: () => void
  /** Begins to choose several; none: the role passes none on. */
  readonly onSelect: (() => void) | undefined
}

/** The tools above the queue. A number opens its complaint at once, whatever its state; other words are searched for. */
export function Filters({ account, filter, onFilter, onFound, onReload, onSelect }: FiltersProps) {
  const [open, setOpen] = useState(false)
  const [filled, setFilled] = useState(filter.text !== '')
  const [round, setRound] = useState(0)
  const receipt = useReceipt(onFound)
  const search = (typed: string) => {
    const number = receiptFrom(typed)
    if (number) return receipt.find(number)
    onFilter({ ...filter, text: typed.trim().slice(0, 60) })
  }
  const clear = () => {
    setFilled(false)
    receipt.clear()
    setRound(round + 1)
    if (filter.text) onFilter({ ...filter, text: '' })
  }
  const problem = receipt.problem?.code === 'not-found' ? words.receiptUnknown : receipt.problem?.message
  const narrowed = Number(filter.office !== undefined) + Number(filter.kind !== undefined) + filter.only.length
  return (
    <View className='queue-filters'>
      <View className='queue-filters__row'>
        <View className='queue-filters__box'>
          <SearchBox
            key={`${round} ${filter.text === '' ? 'empty' : 'words'}`}
            id={searchBox}
            label={desk.search}
            placeholder={desk.searchPlaceholder}
            clearLabel={frame.clear}
            initial={filter.text}
            filled={filled || filter.text !== ''}
            onInput={(text) => { setFilled(text !== ''); receipt.clear() }}
            onConfirm={search}
            onClear={clear}
          />
        </View>
        <Button kind='plain' onTap={() => setOpen(true)}>{narrowed === 0 ? desk.filter : desk.filterOn(narrowed)}</Button>
        {onSelect ? <Button kind='plain' onTap={onSelect}>{desk.select}</Button> : null}
        <Button kind='text' onTap={onReload}>{words.reload}</Button>
      </View>
      {problem ? <View className='wrong' role='alert'>{problem}</View> : null}
      <ViewRow account={account} filter={filter} onFilter={(next) => { setFilled(false); onFilter(next) }} />
      <FilterSheet open={open} account={account} filter={filter} onFilter={onFilter} onClose={() => setOpen(false)} />
    </View>
  )
}
