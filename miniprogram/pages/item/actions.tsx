import { Button as TaroButton, View } from '@tarojs/components'
import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { call } from '../../platform/device'
import { toast } from '../../platform/feedback'
import { open } from '../../platform/navigate'
import { copyLink, sharesThroughWeChat } from '../../platform/share'
import { startDraftAbout } from '../../complaints/start-draft'
import { favourites, toggleFavourite } from '../../state/favourites'
import { useKept } from '../../state/kept'
import { texts } from '../../texts'
import { Button } from '../../ui/button'

const words = texts.item

/** What one can do with an item: keep it, pass it on, call, raise a complaint. */
export function Actions({ item, centre }: { readonly item: Item; readonly centre: Centre | undefined }) {
  const favoured = useKept(favourites).some(({ id }) => id === item.id)
  const telephone = item.telephone ?? centre?.areas.find(({ id }) => id === item.area)?.telephone ?? centre?.telephones.desk
  const share = () => copyLink({ title: item.name, page: 'pages/item/index', query: { id: item.id } }).then(() => toast(texts.common.copied), () => toast(texts.common.copyFailed))
  const complain = async () => {
    await startDraftAbout(item)
    await open('pages/complain/index')
  }
  return (
    <View className='item__actions'>
      <Button kind='plain' onTap={() => favourites.change((list) => toggleFavourite(list, { id: item.id, name: item.name, ...(item.department ? { department: item.department } : {}) }))}>
        {favoured ? words.favoured : words.favourite}
      </Button>
      {sharesThroughWeChat
        ? <TaroButton className='button button--plain' openType='share'>{words.share}</TaroButton>
        : <Button kind='plain' onTap={() => void share()}>{words.copyLink}</Button>}
      {telephone ? <Button kind='plain' label={`${words.call} ${telephone}`} onTap={() => void call(telephone)}>{words.call}</Button> : null}
      <Button kind='text' onTap={() => void complain()}>{words.complain}</Button>
    </View>
  )
}
