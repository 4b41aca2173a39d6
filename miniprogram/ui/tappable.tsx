import type { PropsWithChildren } from 'react'
import { View, type ITouchEvent } from '@tarojs/components'

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

const stateOf = (role: string, on: boolean | undefined) => {
  if (on === undefined) return {}
  if (role === 'tab' || role === 'option') return { ariaSelected: String(on) }
  return role === 'button' ? { ariaPressed: String(on) } : { ariaChecked: String(on) }
}

/** The one tappable element of the app: everything else that can be tapped is built on it. */
export function Tappable({ className = '', label, role = 'button', on, expanded, disabled = false, id, onTap, children }: PropsWithChildren<TappableProps>) {
  return (
    <View
      id={id}
      className={`tappable ${className}`}
      role={role}
      ariaLabel={label}
      {...stateOf(role, on)}
      {...(expanded === undefined ? {} : { ariaExpanded: String(expanded) })}
      {...(disabled ? { ariaDisabled: 'true' } : { tabIndex: 0 })}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={disabled ? undefined : onTap}
    >
      {children}
    </View>
  )
}
