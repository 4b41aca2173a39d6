import { useState } from 'react'
import { pageOfHits } from '../search/hit-list'
import { useSearch } from '../search/use-search'
import { texts } from '../texts'
import { Row } from '../ui/row'
import { SearchBox } from '../ui/search-box'
import { Sheet } from '../ui/sheet'
import { ErrorState } from '../ui/states'

const words = texts.complaint
const noFilters = {}

/** What the picker needs. */
export interface ItemPickerProps {
  readonly open: boolean
  readonly onPick: (item: { readonly id: string; readonly name: string }) => void
  readonly onClose: () => void
}

/** A panel in which one looks for the item that a complaint is about. */
export function ItemPicker({ open, onPick, onClose }: ItemPickerProps) {
  const [text, setText] = useState('')
  const [box, setBox] = useState(0)
  const { result, problem, retry } = useSearch({ text, filters: noFilters, limit: pageOfHits }, open)
  return (
    <Sheet open={open} title={words.whereItemPick} closeLabel={texts.common.close} onClose={onClose}>
      <SearchBox
        key={box}
        id='pick-item'
        label={words.whereItemSearch}
        placeholder={words.whereItemSearch}
        clearLabel={texts.search.clear}
        filled={text !== ''}
        focus
        onInput={setText}
        onConfirm={setText}
        onClear={() => {
          setText('')
          setBox(box + 1)
        }}
      />
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={retry} /> : null}
      {result?.hits.map(({ id, name, department }) => <Row key={id} title={name} detail={department} onTap={() => onPick({ id, name })} />)}
    </Sheet>
  )
}
