import type { CompositionEvent, FormEvent, InputHTMLAttributes, KeyboardEvent, TextareaHTMLAttributes } from 'react'

/**
 * View in browsers, a plain block. Taro's View and Text are custom elements, which are given each attribute twice and drawn once more
 * a frame later: a list of results took four times as long. What they do beyond plain elements (long press, animation) the app does not use;
 * `:active` (ui/tokens.scss) does what `hoverClass` does. Attributes are written as browsers know them (`aria-label`), which Taro's runtime
 * takes on the phone as well; those of WeChat alone are given there alone (`forWeChat`).
 */
export const View = 'div'
/** Text in browsers, a piece of a line. */
export const Text = 'span'

type Writable = HTMLInputElement | HTMLTextAreaElement
type Listener = (event: { detail: { value: string } }) => void

/** What the app gives a field, as WeChat's `input` and `textarea` name it; of those the attributes that browsers have none of are left out. */
interface WritableProps<Attributes> {
  readonly id: string
  readonly className: string
  readonly defaultValue?: string
  readonly placeholder?: string
  /** Most UTF-16 units. */
  readonly maxlength?: number
  readonly disabled?: boolean
  /** Takes the keyboard as soon as it is there. */
  readonly focus?: boolean
  /** Attributes as browsers know them. */
  readonly nativeProps?: Attributes
  readonly onInput?: Listener
}

interface InputProps extends WritableProps<InputHTMLAttributes<HTMLInputElement>> {
  readonly password?: boolean
  /** What the keyboard's enter key says. */
  readonly confirmType?: 'search' | 'done'
  readonly onConfirm?: Listener
}

const isComposing = ({ nativeEvent }: FormEvent | KeyboardEvent): boolean => (nativeEvent as InputEvent).isComposing

/**
 * What a field tells of its words: all but the half-written syllables of an input method, which come when they are confirmed
 * (`isComposing`, `compositionend`: UI Events, W3C).
 */
function written<Attributes>({ id, className, defaultValue, placeholder, maxlength, disabled, focus, onInput }: WritableProps<Attributes>) {
  const tell = ({ currentTarget: { value } }: FormEvent<Writable> | CompositionEvent<Writable>) => onInput?.({ detail: { value } })
  return {
    id, className, defaultValue, placeholder, disabled,
    maxLength: maxlength,
    autoFocus: focus,
    onInput: (event: FormEvent<Writable>) => (isComposing(event) ? undefined : tell(event)),
    onCompositionEnd: tell,
  }
}

/** A line to write in, in browsers. Taro's own draws itself anew with each letter and sends each key twice through the page. */
export function Input(props: InputProps) {
  const { password, confirmType = 'done', onConfirm, nativeProps } = props
  return (
    <input
      {...written(props)}
      type={password ? 'password' : confirmType === 'search' ? 'search' : 'text'}
      enterKeyHint={confirmType}
      onKeyDown={(event) => (event.key === 'Enter' && !isComposing(event) ? onConfirm?.({ detail: { value: event.currentTarget.value } }) : undefined)}
      {...nativeProps}
    />
  )
}

/** Several lines to write in, in browsers. Taro's own measures its lines with each letter. */
export function Textarea(props: WritableProps<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return <textarea {...written(props)} {...props.nativeProps} />
}
