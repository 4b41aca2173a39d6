import type { PropsWithChildren } from 'react'
import { View, type ITouchEvent } from '@tarojs/components'
import { forWeChat } from '../platform/config'

/** Something that answers to a tap, to Enter and Space in a browser, and that a screen reader announces by its role. */
export interface TappableProps {
  readonly className?: string
  /** What a screen reader says; without it, the text inside. */
  readonly label?: string
  readonly role?: 'button' | 'link' | 'tab' | 'checkbox' | 'radio' | 'option'
  /** State of a tab, checkbox, radio or option. */
  readonly on?: boolean
  /** For a button that shows and hides something: whether it is shown now. */
  readonly expanded?: boolean
  readonly disabled?: boolean
  readonly id?: string
  readonly onTap: (event: ITouchEvent) => void
}

/** The one tappable element of the app: everything else that can be tapped is built on it. */
export function Tappable({ className = '', label, role = 'button', on, expanded, disabled = false, id, onTap, children }: PropsWithChildren<TappableProps>) {
  const state = on === undefined ? undefined : String(on)
  const selected = role === 'tab' || role === 'option'
  // Each attribute by name, absent ones undefined: lists of these are drawn with every letter typed, and putting objects together takes longer.
  return (
    <View
      id={id}
      className={`tappable ${className}`}
      role={role}
      aria-label={label}
      aria-selected={selected ? state : undefined}
      aria-pressed={role === 'button' ? state : undefined}
      aria-checked={selected || role === 'button' ? undefined : state}
      aria-expanded={expanded === undefined ? undefined : String(expanded)}
      aria-disabled={disabled ? 'true' : undefined}
      tabIndex={disabled ? undefined : 0}
      hoverClass={forWeChat(disabled ? 'none' : 'pressed')}
      onClick={disabled ? undefined : onTap}
    >
      {children}
    </View>
  )
}
