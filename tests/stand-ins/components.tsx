/** Stand-ins for `@tarojs/components` in unit tests: plain elements with Taro's events and attributes. */
import { createElement, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

const passed = ['id', 'className', 'role', 'tabIndex', 'style', 'onClick', 'placeholder']

/** The attributes that mean the same here. */
function attributes(props: Props): Record<string, unknown> {
  const own: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(props)) {
    if (passed.includes(key) || key.startsWith('data-') || key.startsWith('aria-')) own[key] = value
  }
  return { ...own, ...(props.nativeProps as Record<string, unknown> | undefined) }
}

const element = (tag: string) => (props: Props) => createElement(tag, attributes(props), props.children)

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Button = element('button')
export const Image = (props: Props) => createElement('img', { ...attributes(props), src: props.src as string })
export { Input, Textarea } from '../../miniprogram/platform/elements'
