import { memo } from 'react'
import { Input, View } from '@tarojs/components'
import { Tappable } from './tappable'
import './search-box.scss'

/** Where one types what one looks for. */
export interface SearchBoxProps {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
  /** What stands there at first; to put other words in, give the box another React `key`. */
  readonly initial?: string
  /** Something stands there: offers to clear it. */
  readonly filled: boolean
  readonly focus?: boolean
  readonly onInput: (text: string) => void
  readonly onConfirm: (text: string) => void
  readonly onClear: () => void
}

/**
 * A search box. Not controlled: the value is never sent back while typing, so no letter is lost and the cursor stays. In a browser the
 * half-written syllables of an input method are not reported before they are confirmed (platform/elements.tsx).
 */
export const SearchBox = memo(function SearchBox({ id, label, placeholder, clearLabel, initial = '', filled, focus, onInput, onConfirm, onClear }: SearchBoxProps) {
  return (
    <View className='search-box' role='search'>
      <View className='search-box__glass' />
      <Input
        id={id}
        className='search-box__input'
        defaultValue={initial}
        placeholder={placeholder}
        placeholderClass='search-box__placeholder'
        confirmType='search'
        maxlength={200}
        focus={focus}
        ariaLabel={label}
        nativeProps={{ 'aria-label': label, autoComplete: 'off', spellCheck: false }}
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={(event) => onConfirm(event.detail.value)}
      />
      {filled ? <Tappable className='search-box__clear' label={clearLabel} onTap={onClear}><View className='search-box__cross' /></Tappable> : null}
    </View>
  )
})
