import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { usualSteps } from '@shared/complaints/states'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { inWeChat } from '../../platform/config'
import { useWide } from '../../platform/viewport'
import { complaint as words } from '../../texts/staff/complaints'
import { Button } from '../../ui/button'
import { Tappable } from '../../ui/tappable'
import { shownKey } from './action-keys'
import { isGrave, nameOf, type StaffAction } from './action-form'

/** The buttons of a complaint. */
export interface ActionButtonsProps {
  readonly complaint: Pick<StaffComplaint, 'state' | 'published'>
  readonly actions: readonly StaffAction[]
  readonly chosen: StaffAction | undefined
  readonly busy: boolean
  readonly onChoose: (action: StaffAction) => void
}

/** Pixels from which there is room for all buttons, each with its key. */
const roomy = 900

/** What can be done now, each with the key that does it; on a narrow screen the likeliest steps, and the others behind one button. */
export function ActionButtons({ complaint: { state, published }, actions, chosen, busy, onChoose }: ActionButtonsProps) {
  const wide = useWide(roomy)
  const [opened, setOpened] = useState(false)
  if (actions.length === 0) return <View className='quiet'>{words.noActions}</View>
  const usual = usualSteps(state, actions).length
  // One button behind another saves nothing.
  const front = wide || actions.length - usual < 2 ? actions.length : Math.max(usual, 1)
  const behind = actions.slice(front)
  const open = opened || (chosen !== undefined && behind.includes(chosen))
  const button = (action: StaffAction, index: number) => (
    <Button key={action} id={`action-${action}`} kind={action === chosen || (index === 0 && !chosen && !isGrave(action)) ? 'primary' : isGrave(action) ? 'danger' : 'plain'} disabled={busy} onTap={() => onChoose(action)}>
      <Text>{nameOf(action, published)}</Text>
      {inWeChat || !shownKey(action, index) ? null : <Text className='complaint__digit'>{shownKey(action, index)}</Text>}
    </Button>
  )
  return (
    <View className='complaint__actions' role='toolbar' aria-label={words.actions}>
      <View className='button-row'>
        {actions.slice(0, front).map(button)}
        {behind.length > 0 ? <Tappable id='more-actions' className={`complaint__more ${open ? 'complaint__more--open' : ''}`} expanded={open} onTap={() => setOpened(!open)}>{words.moreActions(behind.length)}</Tappable> : null}
      </View>
      {open ? <View className='button-row'>{behind.map((action, index) => button(action, front + index))}</View> : null}
    </View>
  )
}
