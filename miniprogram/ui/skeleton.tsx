import { View } from '@tarojs/components'
import './skeleton.scss'

/** Grey lines while something is on its way; `label` is what a screen reader says. */
export function Skeleton({ lines = 4, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <View className='skeleton' role='status' aria-label={label}>
      {Array.from({ length: lines }, (_, index) => <View key={index} className='skeleton__line' />)}
    </View>
  )
}
