import { useState } from 'react'
import { View } from '@tarojs/components'
import { words as texts } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Row } from '../../ui/row'
import { SearchBox } from '../../ui/search-box'
import { Labelled } from '../frame/labelled'
import type { ItemNames } from './item-names'

/** Choosing items by search. */
export interface ItemPickerProps {
  readonly label: string
  readonly names: ItemNames
  readonly chosen: readonly string[]
  /** Most items that may be chosen; with one, a further choice takes its place. */
  readonly most: number
  readonly error: string | undefined
  readonly onChange: (ids: readonly string[]) => void
}

/** Items in their order, each to be moved up or taken out, and a search box that adds one. */
export function ItemPicker({ label, names, chosen, most, error, onChange }: ItemPickerProps) {
  const [question, setQuestion] = useState('')
  const [round, setRound] = useState(0)
  const found = names.find(question).filter(({ id }) => !chosen.includes(id))
  const clear = () => { setQuestion(''); setRound(round + 1) }
  const add = (id: string) => {
    onChange(most === 1 ? [id] : [...chosen, id].slice(0, most))
    clear()
  }
  const up = (index: number) => onChange([...chosen.slice(0, index - 1), chosen[index], chosen[index - 1], ...chosen.slice(index + 1)])
  return (
    <Labelled id='word-items' label={label} error={error}>
      {chosen.map((id, index) => (
        <Row
          key={id}
          title={`${most === 1 ? '' : `${index + 1}. `}${names.nameOf(id)}`}
          aside={(
            <View className='button-row'>
              {index > 0 ? <Button kind='text' onTap={() => up(index)}>{texts.form.up}</Button> : null}
              <Button kind='text' onTap={() => onChange(chosen.filter((one) => one !== id))}>{frame.remove}</Button>
            </View>
          )}
        />
      ))}
      <SearchBox key={round} id='word-item-find' label={texts.form.itemFind} placeholder={texts.form.itemFind} clearLabel={frame.clear} filled={question !== ''} onInput={setQuestion} onConfirm={() => { if (found[0]) add(found[0].id) }} onClear={clear} />
      {question && found.length === 0 ? <View className='quiet'>{names.snapshot ? texts.form.itemEmpty : texts.explain.noData}</View> : null}
      {found.map(({ id, name, department }) => <Row key={id} title={name} detail={department} onTap={() => add(id)} />)}
    </Labelled>
  )
}
