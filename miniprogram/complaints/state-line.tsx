import { View } from '@tarojs/components'
import { complaintStates, type ComplaintState } from '@shared/complaints/states'
import { Badge } from '../ui/badge'
import { toneOf } from './state-tone'
import './state-line.scss'

/** Below a complaint in a list: its state and when it was last moved on, and what else is known of it. A line of its own, so that the words above have the whole width. */
export function StateLine({ state, when, more }: { readonly state: ComplaintState; readonly when: string; readonly more: string }) {
  return (
    <View>
      <View className='state-line'>
        <Badge tone={toneOf(state)}>{complaintStates[state]}</Badge>
        <View>{when}</View>
      </View>
      <View>{more}</View>
    </View>
  )
}
