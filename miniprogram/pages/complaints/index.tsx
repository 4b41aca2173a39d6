import { useState } from 'react'
import { PageFrame } from '../../frame/page-frame'
import { usePageQuery } from '../../platform/page'
import { texts } from '../../texts'
import { Tabs } from '../../ui/tabs'
import { Followed } from './followed'
import { Mine } from './mine'

const words = texts.complaint
const tabs = [{ value: 'mine', label: words.mine }, { value: 'followed', label: words.followed }] as const

/** My complaints, and those of others that I follow (`?tab=followed`). */
export default function ComplaintsPage() {
  const query = usePageQuery()
  const [tab, setTab] = useState<'mine' | 'followed'>(query.tab === 'followed' ? 'followed' : 'mine')
  return (
    <PageFrame title={words.mine}>
      <Tabs label={words.mineOrFollowed} tabs={tabs} chosen={tab} onChoose={setTab} />
      {tab === 'mine' ? <Mine /> : <Followed />}
    </PageFrame>
  )
}
