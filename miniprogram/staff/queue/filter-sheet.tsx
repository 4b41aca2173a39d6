import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { may } from '@shared/accounts/permissions'
import { complaintKindList, complaintKinds, type ComplaintKind } from '@shared/complaints/kinds'
import { toast } from '../../platform/feedback'
import { useCentre } from '../../state/centre'
import { queue as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Labelled } from '../frame/labelled'
import { onlyList, wholeQueue, type QueueFilter } from './filter'
import { changeViews, withView } from './views'

/** What the queue is narrowed down to; each choice holds at once. */
export interface FilterSheetProps {
  readonly open: boolean
  readonly account: StaffAccount
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly onClose: () => void
}

/** Office, kind and narrowings, and a name under which they are kept; who sees one office only has no choice of offices. */
export function FilterSheet({ open, account, filter, onFilter, onClose }: FilterSheetProps) {
  const { value: centre } = useCentre()
  const [name, setName] = useState('')
  const { only } = filter
  const save = () => {
    changeViews(account.id, (before) => withView(before, { name, filter }))
    toast(desk.viewSaved)
    onClose()
  }
  return (
    <Sheet open={open} title={desk.filter} closeLabel={frame.close} onClose={onClose}>
      {may(account.role, 'complaint.read-all') ? (
        <Labelled id='filter-office' label={words.offices}>
          <Chips
            single
            label={words.offices}
            choices={[{ value: '', label: words.allOffices }, ...(centre?.offices ?? []).map((it) => ({ value: it.id, label: it.name }))]}
            chosen={[filter.office ?? '']}
            onChoose={(office) => onFilter({ ...filter, office: office || undefined })}
          />
        </Labelled>
      ) : null}
      <Labelled id='filter-kind' label={desk.kind}>
        <Chips
          single
          label={desk.kind}
          choices={[{ value: '', label: desk.allKinds }, ...complaintKindList.map((kind) => ({ value: kind as string, label: complaintKinds[kind] as string }))]}
          chosen={[filter.kind ?? '']}
          onChoose={(kind) => onFilter({ ...filter, kind: (kind || undefined) as ComplaintKind | undefined })}
        />
      </Labelled>
      <Labelled id='filter-only' label={desk.only}>
        <Chips
          label={desk.only}
          choices={onlyList.map((value) => ({ value, label: desk.onlyNames[value] }))}
          chosen={only}
          onChoose={(one) => onFilter({ ...filter, only: only.includes(one) ? only.filter((it) => it !== one) : [...only, one] })}
        />
      </Labelled>
      <Field id='view-name' label={desk.viewName} hint={desk.viewNameHint} max={12} onInput={setName} />
      <View className='button-row'>
        <Button disabled={name.trim() === ''} onTap={save}>{desk.saveView}</Button>
        <Button kind='text' onTap={() => { onFilter(wholeQueue); onClose() }}>{desk.reset}</Button>
      </View>
    </Sheet>
  )
}
