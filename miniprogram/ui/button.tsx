import type { PropsWithChildren } from 'react'
import type { ITouchEvent } from '@tarojs/components'
import { Tappable } from './tappable'
import './button.scss'

/** A button with words. */
export interface ButtonProps {
  /** `primary`: the one thing to do here; `plain`: what else one may do; `danger`: what cannot be undone; `text`: a quiet link. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'text'
  /** As wide as its surroundings. */
  readonly wide?: boolean
  readonly disabled?: boolean
  /** Something is being sent: shows a mark, takes no further tap. */
  readonly busy?: boolean
  readonly label?: string
  readonly id?: string
  readonly onTap: (event: ITouchEvent) => void
}

/** A button, at least 44 px high. */
export function Button({ kind = 'primary', wide = false, disabled = false, busy = false, label, id, onTap, children }: PropsWithChildren<ButtonProps>) {
  const classes = ['button', `button--${kind}`, wide ? 'button--wide' : '', disabled ? 'button--disabled' : '', busy ? 'button--busy' : ''].filter(Boolean).join(' ')
  return (
    <Tappable id={id} className={classes} label={label} disabled={disabled || busy} onTap={onTap}>
      {children}
    </Tappable>
  )
}
