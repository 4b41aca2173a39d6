import { Image, View } from '@tarojs/components'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { addressOf } from '../../platform/http'
import { preview } from '../../platform/upload'
import { texts } from '../../texts'
import { Tappable } from '../../ui/tappable'
import { photoWords } from './timeline-of'

/** Photos that may be seen, each large at a tap; those under check say so. */
export function PhotoRow({ photos }: { readonly photos: CitizenComplaint['photos'] }) {
  if (photos.length === 0) return null
  const full = (url: string) => (/^https?:/.test(url) ? url : addressOf(url))
  const addresses = photos.flatMap(({ url }) => (url ? [full(url)] : []))
  return (
    <View className='my-complaint__photos'>
      {photos.map(({ id, url, small, state }, index) =>
        url ? (
          <Tappable key={id} label={texts.complaint.photo.photo(index + 1)} onTap={() => preview(addresses, full(url))}>
            <Image className='my-complaint__photo' src={full(small ?? url)} mode='aspectFill' />
          </Tappable>
        ) : (
          <View key={id} className='my-complaint__unseen'>{photoWords(state)}</View>
        ))}
    </View>
  )
}
