import { createElement, type CSSProperties, type MouseEventHandler, type ReactNode } from 'react'

interface ElementProps {
  readonly [prop: string]: unknown
  readonly className?: string
  readonly style?: CSSProperties
  readonly onClick?: MouseEventHandler
  readonly children?: ReactNode
}

/** What means nothing to a browser. */
const leftOut = new Set(['hoverClass', 'catchMove'])

/** `ariaLabel`, as mini-programs write it, as the attribute `aria-label`; an attribute's own name stays. */
const attributeNames = new Map<string, string>()
function attributeName(prop: string): string {
  let name = attributeNames.get(prop)
  if (name === undefined) {
    name = /^aria[A-Z]/.test(prop) ? `aria-${prop.slice(4).toLowerCase()}` : prop
    attributeNames.set(prop, name)
  }
  return name
}

const element = (tag: 'div' | 'span') =>
  function PlainElement(props: ElementProps) {
    const own: Record<string, unknown> = {}
    for (const prop in props) if (!leftOut.has(prop)) own[attributeName(prop)] = props[prop]
    return createElement(tag, own)
  }

/**
 * View in browsers, a plain block. Taro's View and Text are custom elements, which are given each attribute twice and drawn once more
 * a frame later: a list of results took four times as long. What they do beyond plain elements (long press, animation) the app does not use;
 * `:active` (ui/tokens.scss) does what `hoverClass` does.
 */
export const View = element('div')
/** Text in browsers, a piece of a line. */
export const Text = element('span')
