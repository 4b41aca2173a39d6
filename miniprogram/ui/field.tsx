import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import './field.scss'

/** A labelled field for text. */
export interface FieldProps {
  readonly id: string
  readonly label: string
  /** What is there when the field first shows; later changes come only from the person typing. */
  readonly initial?: string
  readonly placeholder?: string
  /** A sentence under the label that helps to fill it in. */
  readonly hint?: string
  /** What is wrong with the content; shown in red and announced. */
  readonly error?: string
  /** Several lines. */
  readonly multiline?: boolean
  /** For a day, a number or a name: the box is no wider than such words. */
  readonly short?: boolean
  /** What is written is not shown. */
  readonly password?: boolean
  /** Most UTF-16 units; the count is shown for several lines, where one may come near it. */
  readonly max?: number
  readonly optional?: string
  /** What a browser's password manager may fill in, as in HTML: `username`, `current-password` … */
  readonly autocomplete?: string
  readonly disabled?: boolean
  readonly onInput: (text: string) => void
  readonly onConfirm?: (text: string) => void
}

/**
 * A labelled text field. It is not controlled: sending the value back on each key makes the cursor jump on some phones.
 * Give it another React `key` to put other words in.
 */
export function Field(props: FieldProps) {
  const { id, label, initial = '', placeholder, hint, error, multiline, short, password, max = 200, optional, autocomplete, disabled, onInput, onConfirm } = props
  const [length, setLength] = useState(initial.length)
  const nativeProps = { 'aria-label': label, 'aria-invalid': error ? 'true' : 'false', ...(error ? { 'aria-describedby': `${id}-error` } : {}), ...(autocomplete ? { autoComplete: autocomplete } : {}) }
  const take = (text: string) => {
    setLength(text.length)
    onInput(text)
  }
  const shared = {
    id,
    defaultValue: initial,
    placeholder,
    placeholderClass: 'field__placeholder',
    maxlength: max,
    disabled,
    ariaLabel: label,
    nativeProps,
    onInput: (event: { detail: { value: string } }) => take(event.detail.value),
  }
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className='field__label'>
        <Text>{label}</Text>
        {optional ? <Text className='field__optional'>{optional}</Text> : null}
      </View>
      {hint ? <View className='field__hint'>{hint}</View> : null}
      {multiline ? (
        <Textarea {...shared} className='field__area' showCount={false} disableDefaultPadding />
      ) : (
        <Input
          {...shared}
          className={`field__line ${short ? 'field__line--short' : ''}`}
          password={password}
          onConfirm={onConfirm ? (event) => onConfirm(event.detail.value) : undefined}
        />
      )}
      <View className='field__below'>
        <View id={`${id}-error`} className='field__error' role='alert'>{error ?? ''}</View>
        {multiline && max <= 5_000 ? <Text className='field__count'>{`${length}/${max}`}</Text> : null}
      </View>
    </View>
  )
}
