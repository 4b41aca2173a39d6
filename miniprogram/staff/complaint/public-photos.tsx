import { Image, View } from '@tarojs/components'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { preview } from '../../platform/upload'
import { act as words } from '../../texts/staff/complaints'
import { Chips } from '../../ui/chips'
import { Tappable } from '../../ui/tappable'
import { photoAddress } from '../photo/photo-address'

/** Which photos will be public, as they were before and after it was put right. */
export interface ChosenPhotos {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const sides = ['none', 'before', 'after'] as const
type Side = (typeof sides)[number]

/** The photos of a complaint that may be published: those that everybody may see. */
export const publishable = ({ photos, events }: Pick<StaffComplaint, 'photos' | 'events'>) => [...photos, ...events.flatMap((it) => it.photos)].filter(({ state, url }) => state === 'pass' && url)

/** Asks of each photo that has passed whether it will be public, as before or as after; nothing where there is none. */
export function PublicPhotos({ complaint, chosen, error, onChange }: {
  readonly complaint: Pick<StaffComplaint, 'photos' | 'events'>; readonly chosen: ChosenPhotos; readonly error: string | undefined; readonly onChange: (chosen: ChosenPhotos) => void
}) {
  const photos = publishable(complaint)
  if (photos.length === 0) return null
  const addresses = photos.map(({ url = '' }) => photoAddress(url))
  const put = (id: string, side: Side) => {
    const without = { before: chosen.before.filter((it) => it !== id), after: chosen.after.filter((it) => it !== id) }
    onChange(side === 'none' ? without : { ...without, [side]: [...without[side], id] })
  }
  const sideOf = (id: string): Side => (chosen.before.includes(id) ? 'before' : chosen.after.includes(id) ? 'after' : 'none')
  return (
    <View id='act-photos' className='act__doubts' role='group' aria-label={words.publicPhotos}>
      <View className='act__doubts-title'>{words.publicPhotos}</View>
      <View className='quiet'>{words.publicPhotosHint}</View>
      {error ? <View className='act__bad' role='alert'>{error}</View> : null}
      {photos.map(({ id, url = '', small }, index) => (
        <View key={id} className='act__public-photo'>
          <Tappable label={words.publicPhoto(index + 1)} onTap={() => preview(addresses, photoAddress(url))}>
            <Image className='act__public-image' src={photoAddress(small ?? url)} mode='aspectFill' />
          </Tappable>
          <Chips single label={words.publicPhoto(index + 1)} choices={sides.map((value) => ({ value, label: words.publicSides[value] }))} chosen={[sideOf(id)]} onChoose={(side) => put(id, side)} />
        </View>
      ))}
    </View>
  )
}

/** The chosen photos as the public will see them: before, and after. */
export function ChosenSides({ complaint, chosen }: { readonly complaint: Pick<StaffComplaint, 'photos' | 'events'>; readonly chosen: ChosenPhotos }) {
  const photos = publishable(complaint)
  return (
    <View className='act__sides'>
      {(['before', 'after'] as const).map((side) => (chosen[side].length === 0 ? null : (
        <View key={side}>
          <View className='quiet'>{words.publicSides[side]}</View>
          <View className='act__public-photo'>
            {photos.filter(({ id }) => chosen[side].includes(id)).map(({ id, url = '', small }) => <Image key={id} className='act__public-image' src={photoAddress(small ?? url)} mode='aspectFill' />)}
          </View>
        </View>
      )))}
    </View>
  )
}
