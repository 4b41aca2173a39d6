import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { back } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { printPage } from '../../platform/print'
import { call } from '../../platform/request'
import { printed as words } from '../../texts/staff/desk'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, Notice } from '../../ui/states'
import { firstPage, mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { PrintedCase } from './printed-case'
import './print.scss'

/** A case as a sheet of paper. The contact is on it only when somebody who may see it asks for it; that is written down. */
export default function StaffPrintPage() {
  const { id = '' } = usePageQuery()
  return (
    <StaffFrame title={words.title} onBack={() => void back(firstPage)}>
      {(account) => <Printing id={id} mayContact={mayCall(routes.complaints.contact, account.role)} />}
    </StaffFrame>
  )
}

function Printing({ id, mayContact }: { readonly id: string; readonly mayContact: boolean }) {
  const { value, problem, reload } = useStaffLoaded(`complaint ${id}`, () => call(routes.complaints.staffGet, { params: { id } }))
  const [internal, setInternal] = useState(true)
  const [contact, setContact] = useState<string>()
  const sending = useSending()
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={10} />
  const see = () => void sending.send(async () => setContact((await call(routes.complaints.contact, { params: { id } })).contact ?? words.noContact))
  return (
    <View>
      <View className='print-tools'>
        <Button onTap={printPage}>{words.print}</Button>
        <Chips label={words.print} choices={[{ value: 'internal', label: words.internal }]} chosen={internal ? ['internal'] : []} onChoose={() => setInternal(!internal)} />
        {mayContact && value.hasContact && contact === undefined ? (
          <>
            <Button kind='plain' busy={sending.busy} onTap={see}>{words.contact}</Button>
            <View className='quiet'>{words.contactDetail}</View>
          </>
        ) : null}
        {sending.problem ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      </View>
      <PrintedCase complaint={value} internal={internal} contact={contact} />
    </View>
  )
}
