import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { messages as texts } from '../../texts/staff/messages'
import { Tabs } from '../../ui/tabs'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import '../items/items.scss'
import { DeadLetters } from './dead-letters'
import { Inbox } from './inbox'

type MessagesView = keyof typeof texts.tabs
const views = Object.keys(texts.tabs) as MessagesView[]

/** What came to my desk, office or rank; for administrators also what WeChat did not take. */
export default function StaffMessagesPage() {
  return <StaffFrame title={texts.title}>{(account) => <Messages account={account} />}</StaffFrame>
}

function Messages({ account }: { readonly account: StaffAccount }) {
  const [view, setView] = useState<MessagesView>('inbox')
  if (!mayCall(routes.messages.deadLetters, account.role)) return <Inbox />
  return (
    <View>
      <Tabs label={texts.views} tabs={views.map((value) => ({ value, label: texts.tabs[value] }))} chosen={view} onChoose={setView} />
      {view === 'inbox' ? <Inbox /> : <DeadLetters />}
    </View>
  )
}
