import { View } from '@tarojs/components'
import type { Office } from '@shared/centre/centre'
import { desk } from '../../texts/staff/desk'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { offeredFor, withMention } from './mentions'

/** The offices that a note speaks to, and those that fit what is being written after an @. */
export interface MentionsProps {
  readonly text: string
  readonly offices: readonly Office[]
  readonly mentions: readonly string[]
  readonly onText: (text: string) => void
}

/** Offers offices while an @ is written, and says who will be told. */
export function Mentions({ text, offices, mentions, onText }: MentionsProps) {
  const offered = offeredFor(text, offices)
  const names = offices.filter(({ id }) => mentions.includes(id)).map(({ name }) => name)
  return (
    <View className='act__mentions'>
      {offered.length > 0 ? (
        <Chips single label={desk.mention} choices={offered.map(({ id, name }) => ({ value: id, label: `@${name}` }))} chosen={[]} onChoose={(id) => onText(withMention(text, offices.find((it) => it.id === id) ?? { name: id }))} />
      ) : <Button kind='text' onTap={() => onText(`${text}${text === '' || /\s$/.test(text) ? '' : ' '}@`)}>{desk.mention}</Button>}
      <View className='quiet' role='status'>{names.length > 0 ? desk.mentioned(names.join('、')) : desk.mentionHint}</View>
    </View>
  )
}
