/** Stand-ins for `@tarojs/components` in unit tests: plain elements with Taro's events and attributes. */
import { createElement, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

const passed = ['id', 'className', 'role', 'tabIndex', 'style', 'onClick', 'placeholder']

/** The attributes that mean the same here; of fields, `ariaLabel` becomes `aria-label`. */
function attributes(props: Props): Record<string, unknown> {
  const own: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(props)) {
    if (passed.includes(key) || key.startsWith('data-') || key.startsWith('aria-')) own[key] = value
    else if (key.startsWith('aria')) own[`aria-${key.slice(4).toLowerCase()}`] = value
  }
  return { ...own, ...(props.nativeProps as Record<string, unknown> | undefined) }
}

const element = (tag: string) => (props: Props) => createElement(tag, attributes(props), props.children)

const field = (tag: 'input' | 'textarea') => (props: Props) => {
  const { defaultValue, value, disabled, maxlength, onInput, onConfirm, password } = props as Record<string, never>
  const tell = (listener: ((event: unknown) => void) | undefined, text: string) => listener?.({ detail: { value: text } })
  return createElement(tag, {
    ...attributes(props),
    ...(password ? { type: 'password' } : {}),
    defaultValue, value, disabled,
    maxLength: maxlength,
    onChange: (event: ChangeEvent<HTMLInputElement>) => tell(onInput, event.target.value),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => { if (event.key === 'Enter') tell(onConfirm, event.currentTarget.value) },
  })
}

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Button = element('button')
export const Image = (props: Props) => createElement('img', { ...attributes(props), src: props.src as string })
export const Input = field('input')
export const Textarea = field('textarea')
