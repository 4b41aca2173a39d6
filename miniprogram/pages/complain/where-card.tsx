import { useState } from 'react'
import { View } from '@tarojs/components'
import { ItemPicker } from '../../complaints/item-picker'
import { useCentre } from '../../state/centre'
import type { Draft } from '../../state/draft'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'

const words = texts.complaint

/** Where it happened: an item, an area, a window of it, or on the net. Everything may stay open. */
export function WhereCard({ draft, problems = {}, onChange }: {
  readonly draft: Draft
  /** What the server found wrong, by field: a draft may name what the centre no longer has. */
  readonly problems?: Readonly<Record<string, string>> | undefined
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const { value: centre } = useCentre()
  const [picking, setPicking] = useState(false)
  const areas = centre?.areas ?? []
  const windows = (centre?.windows ?? []).filter(({ area }) => draft.area !== undefined && area === draft.area)
  return (
    <Card title={words.where + texts.common.optional}>
      <View className='complain__where'>{words.whereItem}</View>
      {draft.item ? (
        <View className='complain__item'>
          <View className='complain__item-name'>{draft.item.name}</View>
          <Button kind='plain' label={`${words.whereItemRemove} ${draft.item.name}`} onTap={() => onChange({ item: undefined })}>{words.whereItemRemove}</Button>
        </View>
      ) : (
        <Button kind='plain' onTap={() => setPicking(true)}>{words.whereItemPick}</Button>
      )}
      <Wrong what={problems['where.item']} />
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
      <Wrong what={problems['where.area'] ?? problems['where.window']} />
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

const Wrong = ({ what }: { readonly what: string | undefined }) => (what ? <View className='complain__missing' role='alert'>{what}</View> : null)

/** Value of the choice “on the net”, beside the areas' ids (which have no colon). */
const onlineChoice = ':online'
