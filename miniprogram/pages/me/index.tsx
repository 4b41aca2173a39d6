import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { useKept } from '../../state/kept'
import { largerText } from '../../state/text-size'
import { texts } from '../../texts'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { SwitchRow } from '../../ui/switch-row'

const words = texts.me

/** 我的: what is mine, larger text, privacy, about. */
export default function MePage() {
  const larger = useKept(largerText)
  return (
    <PageFrame title={words.title}>
      <Card flush>
        <Row title={words.complaints} detail={words.complaintsDetail} onTap={() => void open('pages/complaints/index')} />
        <Row title={words.favourites} detail={words.favouritesDetail} onTap={() => void open('pages/favourites/index')} />
      </Card>
      <Card flush>
        <SwitchRow title={words.largerText} detail={words.largerTextDetail} on={larger} onChange={(on) => largerText.change(() => on)} />
      </Card>
    </PageFrame>
  )
}
