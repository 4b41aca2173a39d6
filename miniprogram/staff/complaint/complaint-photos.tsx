import { Image, View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { photoStates } from '@shared/photos/photo'
import { toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { preview } from '../../platform/upload'
import { complaint as words } from '../../texts/staff/complaints'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import { Tappable } from '../../ui/tappable'
import { useSending } from '../frame/use-sending'
import { photoAddress } from './photo-address'

type Photo = StaffComplaint['photos'][number]

const needsPerson = ({ state }: Photo) => state === 'review' || state === 'expired'
/** The citizen's photos, to be enlarged; those without an automatic verdict are judged here. */
export function ComplaintPhotos({ photos, onJudged }: { readonly photos: readonly Photo[]; readonly onJudged: () => void }) {
  const { busy, problem, send } = useSending()
  if (photos.length === 0) return null
  const addresses = photos.flatMap(({ url }) => (url ? [photoAddress(url)] : []))
  const judge = (id: string, verdict: 'pass' | 'risky') => send(async () => {
    await call(routes.photos.judge, { params: { id }, body: { verdict } })
    toast(words.photoJudged)
    onJudged()
  })
  return (
    <View className='photos-seen'>
      {photos.map((photo, index) => (
        <View key={photo.id} className='photos-seen__one'>
          {photo.url ? (
            <Tappable className='photos-seen__frame' label={words.photoEnlarge(index + 1)} onTap={() => preview(addresses, photoAddress(photo.url ?? ''))}>
              <Image className='photos-seen__image' src={photoAddress(photo.url)} mode='aspectFill' />
            </Tappable>
          ) : <View className='photos-seen__frame photos-seen__none'>{words.photoHidden}</View>}
          {photo.state === 'pass' ? null : <Badge tone={photo.state === 'risky' ? 'bad' : 'warn'}>{photoStates[photo.state]}</Badge>}
          {needsPerson(photo) ? (
            <View className='button-row' role='group' ariaLabel={words.photoJudge}>
              <Button kind='plain' disabled={busy} onTap={() => void judge(photo.id, 'pass')}>{words.photoPass}</Button>
              <Button kind='danger' disabled={busy} onTap={() => void judge(photo.id, 'risky')}>{words.photoRisky}</Button>
            </View>
          ) : null}
        </View>
      ))}
      {problem ? <Notice tone='bad'>{problem.message}</Notice> : null}
    </View>
  )
}
