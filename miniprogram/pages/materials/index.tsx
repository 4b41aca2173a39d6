import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { useKept } from '../../state/kept'
import { materialsLists } from '../../state/materials'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { EmptyState } from '../../ui/states'

const words = texts.me

/** The materials lists that I have begun to tick. */
export default function MaterialsPage() {
  const lists = useKept(materialsLists)
  return (
    <PageFrame title={words.materials}>
      {lists.length === 0 ? (
        <EmptyState title={words.materialsEmpty} detail={words.materialsEmptyDetail}><Button onTap={() => void open('pages/search/index')}>{words.goSearch}</Button></EmptyState>
      ) : (
        <Card flush>
          {lists.map(({ item, name, ticked, total }) => (
            <Row
              key={item}
              title={name}
              detail={words.materialsReady(ticked.length, total)}
              aside={<Badge tone={ticked.length === total ? 'good' : 'plain'}>{`${ticked.length}/${total}`}</Badge>}
              onTap={() => void open('pages/item/index', { id: item, name })}
            />
          ))}
        </Card>
      )}
    </PageFrame>
  )
}
