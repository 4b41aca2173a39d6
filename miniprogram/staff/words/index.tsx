import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { call } from '../../platform/request'
import { words as texts } from '../../texts/staff/words'
import { Notice } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { VersionsView } from '../frame/versions-view'
import { ExplainView } from './explain-view'
import { useItemNames } from './item-names'
import { PublishView } from './publish-view'
import { ReportView } from './report-view'
import { WordList } from './word-list'
import '../items/items.scss'
import './words.scss'

type WordsView = keyof typeof texts.tabs
const views = Object.keys(texts.tabs) as WordsView[]

/** The centre's search words: edit the draft, see what it changes, publish, undo; what searches tell; why results rank as they do. */
export default function StaffWordsPage() {
  return <StaffFrame title={texts.title}>{(account) => <Words account={account} />}</StaffFrame>
}

function Words({ account }: { readonly account: StaffAccount }) {
  const [view, setView] = useState<WordsView>('list')
  const [question, setQuestion] = useState('')
  const names = useItemNames()
  const may = mayCall(routes.words.put, account.role)
  return (
    <View>
      <Tabs label={texts.views} tabs={views.map((value) => ({ value, label: texts.tabs[value] }))} chosen={view} onChoose={setView} />
      {may || view === 'explain' ? null : <Notice>{texts.readOnly}</Notice>}
      {view === 'list' ? <WordList may={may} names={names} onPublish={() => setView('publish')} /> : null}
      {view === 'publish' ? <PublishView may={may} onPublished={() => setView('history')} /> : null}
      {view === 'history' ? (
        <VersionsView
          name='words history'
          texts={texts.history}
          may={may}
          fetch={async () => (await call(routes.words.history, {})).publications}
          changes={({ added, changed, removed, words: all }) => texts.history.counts(added, changed, removed, all)}
          undo={(number) => call(routes.words.undo, { params: { number: String(number) } })}
        />
      ) : null}
      {view === 'report' ? <ReportView may={may} onExplain={(asked) => { setQuestion(asked); setView('explain') }} /> : null}
      {view === 'explain' ? <ExplainView names={names} start={question} /> : null}
    </View>
  )
}
