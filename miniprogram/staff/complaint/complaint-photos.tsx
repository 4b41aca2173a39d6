import { useRef } from 'react'
import { View } from '@tarojs/components'
import type { StaffRole } from '@shared/accounts/roles'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { preview } from '../../platform/upload'
import { useInterval } from '../frame/use-interval'
import { photoAddress } from '../photo/photo-address'
import { StaffPhoto } from '../photo/staff-photo'

type Photo = StaffComplaint['photos'][number]

/** Somebody waits for a picture that is being made: looked for every two seconds, for two minutes. */
const lookEvery = 2000
const mostLooks = 60
const isBeingMade = ({ state, staff }: Photo) => staff?.picture === 'drawing' || (staff?.picture === 'none' && (state === 'checking' || state === 'review'))

/** The citizen's photos, to be enlarged, judged where the automatic check left them open, and blacked out in part. */
export function ComplaintPhotos({ photos, role, onChanged }: { readonly photos: readonly Photo[]; readonly role: StaffRole; readonly onChanged: () => void }) {
  const looks = useRef(0)
  useInterval(() => {
    if (!photos.some(isBeingMade)) looks.current = 0
    else if (looks.current++ < mostLooks) onChanged()
  }, lookEvery)
  if (photos.length === 0) return null
  const addresses = photos.flatMap(({ url }) => (url ? [photoAddress(url)] : []))
  return (
    <View className='photos-seen'>
      {photos.map((photo, index) => (
        <StaffPhoto key={photo.id} photo={photo} number={index + 1} role={role} onEnlarge={() => preview(addresses, photoAddress(photo.url ?? ''))} onChanged={onChanged} />
      ))}
    </View>
  )
}
