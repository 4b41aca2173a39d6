import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { useKept } from '../../state/kept'
import { desk } from '../../texts/staff/desk'
import { Chips } from '../../ui/chips'
import { Tappable } from '../../ui/tappable'
import { sameFilter, type QueueFilter } from './filter'
import { changeViews, commonViews, ownViews, viewsOf } from './views'

/** The looks at the queue, one's own after everybody's; the one that shows is marked, and one's own can be removed then. */
export function ViewRow({ account, filter, onFilter }: { readonly account: StaffAccount; readonly filter: QueueFilter; readonly onFilter: (filter: QueueFilter) => void }) {
  const own = viewsOf(useKept(ownViews), account.id)
  const views = [...commonViews(account), ...own]
  const chosen = views.findIndex((view) => sameFilter(view.filter, filter))
  const removable = chosen >= views.length - own.length ? views[chosen] : undefined
  return (
    <View className='queue-views'>
      <Chips
        single
        label={desk.views.title}
        choices={views.map(({ name }, index) => ({ value: String(index), label: name }))}
        chosen={[String(chosen)]}
        onChoose={(index) => onFilter(views[Number(index)].filter)}
      />
      {removable ? (
        <Tappable className='queue-views__remove' onTap={() => changeViews(account.id, (before) => before.filter(({ name }) => name !== removable.name))}>
          {desk.removeView(removable.name)}
        </Tappable>
      ) : null}
    </View>
  )
}
