import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useNearScreen } from '../platform/near-screen'
import './stretch.scss'

let made = 0

/** A stretch of a long list: while it is far from the screen only its height stands there, and its rows (`children`) are not drawn. */
export function Stretch({ children }: { readonly children: () => ReactNode }) {
  const [id] = useState(() => `stretch-${++made}`)
  const { near, height } = useNearScreen(id)
  return <View id={id} className='stretch' style={near ? undefined : { height: `${height}px` }}>{near ? children() : null}</View>
}
