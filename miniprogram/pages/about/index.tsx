import { View } from '@tarojs/components'
import { PageFrame } from '../../frame/page-frame'
import { useShow } from '../../platform/page'
import { useCentre } from '../../state/centre'
import { refreshSnapshot, useSnapshot } from '../../state/snapshot'
import { texts } from '../../texts'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/states'

const words = texts.about

/** About the centre and this service. */
export default function AboutPage() {
  const { value: centre } = useCentre()
  const { snapshot } = useSnapshot()
  useShow(() => void refreshSnapshot())
  return (
    <PageFrame title={words.title}>
      {centre?.sampleNote ? <Notice tone='warn'>{centre.sampleNote}</Notice> : null}
      {centre ? <Card title={centre.name}>{centre.about.map((paragraph) => <View key={paragraph} style={{ marginBottom: '10px' }}>{paragraph}</View>)}</Card> : null}
      <Card title={words.service}>
        {words.serviceLines.map((line) => <View key={line} style={{ marginBottom: '10px' }}>{line}</View>)}
        <View>{`${words.version}：${snapshot ? snapshot.version : words.noVersion}`}</View>
      </Card>
    </PageFrame>
  )
}
