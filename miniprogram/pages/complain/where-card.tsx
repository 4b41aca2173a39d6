import { useState } from 'react'
import { View } from '@tarojs/components'
import { ItemPicker } from '../../complaints/item-picker'
import { useCentre } from '../../state/centre'
import type { Draft } from '../../state/draft'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Row } from '../../ui/row'

const words = texts.complaint

/** Where it happened: an item, an area, a window of it, or on the net. Everything may stay open. */
export function WhereCard({ draft, onChange }: { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) {
  const { value: centre } = useCentre()
  const [picking, setPicking] = useState(false)
  const areas = centre?.areas ?? []
  const windows = (centre?.windows ?? []).filter(({ area }) => draft.area !== undefined && area === draft.area)
  return (
    <Card title={words.where + texts.common.optional}>
      <View className='complain__where'>{words.whereItem}</View>
      {draft.item ? (
        <Row title={draft.item.name} aside={<Button kind='text' onTap={() => onChange({ item: undefined })}>{words.whereItemRemove}</Button>} />
      ) : (
        <Button kind='plain' onTap={() => setPicking(true)}>{words.whereItemPick}</Button>
      )}
      <View className='complain__where'>{words.whereArea}</View>
      <Chips
        label={words.whereArea}
        choices={[...areas.map(({ id, name }) => ({ value: id, label: name })), { value: onlineChoice, label: words.whereOnline }]}
        chosen={[...(draft.area ? [draft.area] : []), ...(draft.online ? [onlineChoice] : [])]}
        onChoose={(value) =>
          value === onlineChoice
            ? onChange({ online: !draft.online })
            : onChange({ area: draft.area === value ? undefined : value, window: undefined })}
      />
      {windows.length > 0 ? (
        <>
          <View className='complain__where'>{words.whereWindow}</View>
          <Chips
            label={words.whereWindow}
            choices={windows.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={draft.window ? [draft.window] : []}
            single
            onChoose={(window) => onChange({ window: draft.window === window ? undefined : window })}
          />
        </>
      ) : null}
      <ItemPicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(item) => {
          onChange({ item })
          setPicking(false)
        }}
      />
    </Card>
  )
}

/** Value of the choice “on the net”, beside the areas' ids (which have no colon). */
const onlineChoice = ':online'
