import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CitizenExport } from '@shared/accounts/routes'
import { routes } from '@shared/api/routes'
import { PageFrame } from '../../frame/page-frame'
import { centre, inWeChat } from '../../platform/config'
import { copy } from '../../platform/device'
import { confirm, toast } from '../../platform/feedback'
import { openPrivacyGuide } from '../../platform/privacy'
import { call } from '../../platform/request'
import { forgetCitizen } from '../../platform/session'
import { forgetDevice } from '../../state/forget'
import { problemOf } from '../../state/problem'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { Notice } from '../../ui/states'

const words = texts.privacy
const no = texts.common.cancel

/** What is stored of me and where; take it with me; delete it. */
export default function PrivacyPage() {
  const [mine, setMine] = useState<CitizenExport>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  const exportAll = () => attempt(async () => setMine(await call(routes.accounts.exportMe, { params: { centre } })))
  const copyAll = () => copy(JSON.stringify(mine, null, 2)).then(() => toast(texts.common.copied), () => toast(texts.common.copyFailed))
  const clearDevice = async () => {
    if (!await confirm({ title: words.clearDeviceTitle, detail: words.clearDeviceDetail, yes: words.clearDeviceYes, no })) return
    forgetDevice()
    toast(words.cleared)
  }
  const deleteAll = async () => {
    if (!await confirm({ title: words.deleteTitle, detail: words.deleteDetail, yes: words.deleteYes, no })) return
    await attempt(async () => {
      await call(routes.accounts.deleteMe, { params: { centre } })
      forgetCitizen()
      forgetDevice()
      setMine(undefined)
      toast(words.deleted)
    })
  }
  return (
    <PageFrame title={words.title}>
      <Notice>{words.lead}</Notice>
      {([[words.onServer, words.onServerLines], [words.onDevice, words.onDeviceLines], [words.notKept, words.notKeptLines]] as const).map(([title, lines]) => (
        <Card key={title} title={title}>{lines.map((line) => <View key={line}>{line}</View>)}</Card>
      ))}
      {inWeChat ? <Button kind='text' onTap={openPrivacyGuide}>{words.guide}</Button> : null}
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <Card flush>
        <Row title={words.export} detail={words.exportDetail} onTap={() => void (busy ? undefined : exportAll())} />
        <Row title={words.clearDevice} onTap={() => void clearDevice()} />
      </Card>
      {mine ? (
        <Card title={words.exported}>
          <View>{words.exportedDetail(mine.complaints.length, mine.messages.length)}</View>
          <Button kind='plain' onTap={() => void copyAll()}>{words.copy}</Button>
        </Card>
      ) : null}
      <Card>
        <View>{words.deleteDetail}</View>
        <Button kind='danger' busy={busy} onTap={() => void deleteAll()}>{words.delete}</Button>
      </Card>
    </PageFrame>
  )
}
