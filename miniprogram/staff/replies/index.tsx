import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { call } from '../../platform/request'
import { replies as texts } from '../../texts/staff/replies'
import { Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { VersionsView } from '../frame/versions-view'
import { ReplyList } from './reply-list'
import '../items/items.scss'
import './replies.scss'

type RepliesView = keyof typeof texts.tabs
const views = Object.keys(texts.tabs) as RepliesView[]

/** What the official account answers to keywords, followers and what is no question. */
export default function StaffRepliesPage() {
  return <StaffFrame title={texts.title}>{(account) => <Replies account={account} />}</StaffFrame>
}

function Replies({ account }: { readonly account: StaffAccount }) {
  const [view, setView] = useState<RepliesView>('list')
  const may = mayCall(routes.replies.put, account.role)
  return (
    <View>
      <Tabs label={texts.views} tabs={views.map((value) => ({ value, label: texts.tabs[value] }))} chosen={view} onChoose={setView} />
      {may ? null : <Notice>{texts.readOnly}</Notice>}
      {view === 'list' ? <ReplyList may={may} /> : (
        <VersionsView
          name='replies history'
          texts={texts.history}
          may={may}
          fetch={async () => (await call(routes.replies.history, {})).versions}
          changes={({ changed, replies: all }) => texts.history.changed(changed.slice(0, 8).join('、'), all)}
          undo={(number, newest) => call(routes.replies.undo, { params: { number: String(number) }, body: { expectedNumber: newest } })}
        />
      )}
    </View>
  )
}
