import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { useCentre } from '../../state/centre'
import { queue as words } from '../../texts/staff/complaints'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { SearchBox } from '../../ui/search-box'
import { Sheet } from '../../ui/sheet'
import { officeName } from '../centre/names'
import { receiptFrom } from '../complaint/receipt'
import { useReceipt } from './use-queue'

/** Id of the box for receipt numbers, for the shortcut. */
export const receiptBox = 'queue-receipt'

/** Find by receipt number, narrow to an office, fetch anew. */
export interface FiltersProps {
  readonly account: StaffAccount
  readonly office: string | undefined
  readonly onOffice: (office: string | undefined) => void
  readonly onFound: (complaint: StaffComplaint) => void
  readonly onReload: () => void
}

/** The tools above the queue; an office sees only its own, so it has no choice of offices. */
export function Filters({ account, office, onOffice, onFound, onReload }: FiltersProps) {
  const { value: centre } = useCentre()
  const [choosing, setChoosing] = useState(false)
  const [filled, setFilled] = useState(false)
  const [round, setRound] = useState(0)
  const receipt = useReceipt(onFound)
  const problem = receipt.wrong ? words.receiptWrong : receipt.problem?.code === 'not-found' ? words.receiptUnknown : receipt.problem?.message
  return (
    <View className='queue-filters'>
      <View className='queue-filters__row'>
        <View className='queue-filters__box'>
          <SearchBox
            key={round}
            id={receiptBox}
            label={words.receipt}
            placeholder={words.receiptPlaceholder}
            clearLabel={frame.clear}
            filled={filled}
            onInput={(text) => { setFilled(text !== ''); receipt.clear() }}
            onConfirm={(text) => receipt.find(receiptFrom(text))}
            onClear={() => { setFilled(false); receipt.clear(); setRound(round + 1) }}
          />
        </View>
        {account.role === 'office' ? null : <Button kind='plain' onTap={() => setChoosing(true)}>{officeName(centre, office) ?? words.allOffices}</Button>}
        <Button kind='text' onTap={onReload}>{words.reload}</Button>
      </View>
      <View className='wrong' role='alert'>{problem ?? ''}</View>
      <Sheet open={choosing} title={words.chooseOffice} closeLabel={frame.close} onClose={() => setChoosing(false)}>
        <Chips
          single
          label={words.offices}
          choices={[{ value: '', label: words.allOffices }, ...(centre?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          chosen={[office ?? '']}
          onChoose={(value) => { onOffice(value || undefined); setChoosing(false) }}
        />
      </Sheet>
    </View>
  )
}
