import { View } from '@tarojs/components'
import type { Where } from '@shared/complaints/complaint'
import { open } from '../../platform/navigate'
import { useCentre } from '../../state/centre'
import { useItem } from '../../state/item'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { placeWords } from './place-words'

/** Where it happened; nothing when nothing was said. */
export function WhereRow({ where }: { readonly where: Where }) {
  const { value: centre } = useCentre()
  const words = placeWords(where, centre)
  return (
    <>
      {words ? <View className='my-complaint__detail'>{`${texts.complaint.place}：${words}`}</View> : null}
      {where.item ? <AboutItem id={where.item} /> : null}
    </>
  )
}

function AboutItem({ id }: { readonly id: string }) {
  const { value: item } = useItem(id)
  return item ? <Button kind='text' onTap={() => void open('pages/item/index', { id, name: item.name })}>{item.name}</Button> : null
}
