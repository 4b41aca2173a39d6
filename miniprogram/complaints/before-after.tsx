import { Image, View } from '@tarojs/components'
import type { PublishedAnswer } from '@shared/complaints/complaint'
import { addressOf } from '../platform/http'
import { preview } from '../platform/upload'
import { texts } from '../texts'
import { Tappable } from '../ui/tappable'

const words = texts.board
const full = (url: string) => (/^https?:/.test(url) ? url : addressOf(url))

/** Photos of before and after it was put right, each large at a tap; nothing when none was chosen. */
export function BeforeAfter({ before, after }: Pick<PublishedAnswer, 'before' | 'after'>) {
  const addresses = [...before, ...after].flatMap(({ url }) => (url ? [full(url)] : []))
  if (addresses.length === 0) return null
  const side = (name: string, photos: PublishedAnswer['before']) => (photos.length === 0 ? null : (
    <View className='answers__side'>
      <View className='answers__side-name'>{name}</View>
      <View className='answers__photos'>
        {photos.map(({ id, url = '', small }, index) => (
          <Tappable key={id} label={words.photo(name, index + 1)} onTap={() => preview(addresses, full(url))}>
            <Image className='answers__photo' src={full(small ?? url)} mode='aspectFill' />
          </Tappable>
        ))}
      </View>
    </View>
  ))
  return <View className='answers__sides'>{side(words.before, before)}{side(words.after, after)}</View>
}
