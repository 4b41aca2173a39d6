import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { call } from '../../platform/request'
import { templates as texts } from '../../texts/staff/templates'
import { Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { VersionsView } from '../frame/versions-view'
import { TemplateList } from './template-list'
import '../items/items.scss'
import './templates.scss'

type TemplatesView = keyof typeof texts.tabs
const views = Object.keys(texts.tabs) as TemplatesView[]

/** Texts with which staff begin what they write to citizens. */
export default function StaffTemplatesPage() {
  return <StaffFrame title={texts.title}>{(account) => <Templates account={account} />}</StaffFrame>
}

function Templates({ account }: { readonly account: StaffAccount }) {
  const [view, setView] = useState<TemplatesView>('list')
  const may = mayCall(routes.templates.put, account.role)
  return (
    <View>
      <Tabs label={texts.views} tabs={views.map((value) => ({ value, label: texts.tabs[value] }))} chosen={view} onChoose={setView} />
      {may ? null : <Notice>{texts.readOnly}</Notice>}
      {view === 'list' ? <TemplateList may={may} /> : (
        <VersionsView
          name='templates history'
          texts={texts.history}
          may={may}
          fetch={async () => (await call(routes.templates.history, {})).versions}
          changes={({ changed, templates: all }) => texts.history.changed(changed.slice(0, 8).join('、'), all)}
          undo={(number, newest) => call(routes.templates.undo, { params: { number: String(number) }, body: { expectedNumber: newest } })}
        />
      )}
    </View>
  )
}
