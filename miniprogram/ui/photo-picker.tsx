import { Image, Text, View } from '@tarojs/components'
import { Tappable } from './tappable'
import './photo-picker.scss'

/** One photo as the grid shows it. */
export interface PhotoTile {
  readonly key: string
  /** Address that Image shows; none when the photo is on the server and no longer on this device. */
  readonly address?: string
  readonly state: 'sending' | 'sent' | 'failed'
  /** 0–100 while it is sent. */
  readonly percent: number
  /** Why it was not sent. */
  readonly problem?: string
}

/** Words of the grid. */
export interface PhotoPickerWords {
  readonly add: string
  readonly remove: string
  readonly retry: string
  readonly sent: string
  readonly photo: (number: number) => string
}

/** A grid of photos to be sent. */
export interface PhotoPickerProps {
  readonly photos: readonly PhotoTile[]
  readonly max: number
  readonly words: PhotoPickerWords
  readonly onAdd: () => void
  readonly onRemove: (key: string) => void
  readonly onRetry: (key: string) => void
  readonly onShow: (key: string) => void
}

/** Photos with their progress, each removable, a failed one to be sent again, and a tile to add more while there is room. */
export function PhotoPicker({ photos, max, words, onAdd, onRemove, onRetry, onShow }: PhotoPickerProps) {
  return (
    <View className='photos'>
      {photos.map(({ key, address, state, percent, problem }, index) => (
        <View key={key} className='photos__cell'>
          <Tappable className='photos__tile' label={words.photo(index + 1)} onTap={() => onShow(key)}>
            {address ? <Image className='photos__image' src={address} mode='aspectFill' /> : <Text className='photos__sent'>{words.sent}</Text>}
            {state === 'sending' ? (
              <View className='photos__shade' role='status'>
                <Text>{`${percent}%`}</Text>
                <View className='photos__track'><View className='photos__bar' style={{ width: `${percent}%` }} /></View>
              </View>
            ) : null}
          </Tappable>
          {state === 'failed' ? (
            <View className='photos__failed' role='alert'>
              <Text>{problem}</Text>
              <Tappable className='photos__retry' onTap={() => onRetry(key)}>{words.retry}</Tappable>
            </View>
          ) : null}
          <Tappable className='photos__remove' label={`${words.remove}${words.photo(index + 1)}`} onTap={() => onRemove(key)}><View className='photos__cross' /></Tappable>
        </View>
      ))}
      {photos.length < max ? (
        <Tappable className='photos__tile photos__add' onTap={onAdd}>
          <View className='photos__plus' />
          <Text>{`${words.add} ${photos.length}/${max}`}</Text>
        </Tappable>
      ) : null}
    </View>
  )
}
