import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { favourites } from '../../state/favourites'
import { useKept } from '../../state/kept'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { EmptyState } from '../../ui/states'

const words = texts.me

/** The items that I want to find again. */
export default function FavouritesPage() {
  const items = useKept(favourites)
  return (
    <PageFrame title={words.favourites}>
      {items.length === 0 ? (
        <EmptyState title={words.favouritesEmpty} detail={words.favouritesEmptyDetail}><Button onTap={() => void open('pages/search/index')}>{words.goSearch}</Button></EmptyState>
      ) : (
        <Card flush>
          {items.map(({ id, name, department }) => <Row key={id} title={name} detail={department} onTap={() => void open('pages/item/index', { id, name })} />)}
        </Card>
      )}
    </PageFrame>
  )
}
