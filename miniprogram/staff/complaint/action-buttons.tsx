import { Text, View } from '@tarojs/components'
import { inWeChat } from '../../platform/config'
import { complaint as words } from '../../texts/staff/complaints'
import { Button } from '../../ui/button'
import { shownKey } from './action-keys'
import { isGrave, nameOf, type StaffAction } from './action-form'

/** The buttons of a complaint. */
export interface ActionButtonsProps {
  readonly actions: readonly StaffAction[]
  /** The complaint's answer is public. */
  readonly published: boolean
  readonly chosen: StaffAction | undefined
  readonly busy: boolean
  readonly onChoose: (action: StaffAction) => void
}

/** What can be done now, each with the key that does it. */
export function ActionButtons({ actions, published, chosen, busy, onChoose }: ActionButtonsProps) {
  if (actions.length === 0) return <View className='quiet'>{words.noActions}</View>
  return (
    <View className='button-row complaint__actions' role='toolbar' ariaLabel={words.actions}>
      {actions.map((action, index) => (
        <Button key={action} id={`action-${action}`} kind={action === chosen || (index === 0 && !chosen && !isGrave(action)) ? 'primary' : isGrave(action) ? 'danger' : 'plain'} disabled={busy} onTap={() => onChoose(action)}>
          <Text>{nameOf(action, published)}</Text>
          {inWeChat || !shownKey(action, index) ? null : <Text className='complaint__digit'>{shownKey(action, index)}</Text>}
        </Button>
      ))}
    </View>
  )
}
