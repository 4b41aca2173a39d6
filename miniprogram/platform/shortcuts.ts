/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see shortcuts.weapp.ts */
import { useEffect, useRef } from 'react'

/** One shortcut of a page. */
export interface Shortcut {
  /** `KeyboardEvent.key` in lower case, with `ctrl+` before it when Ctrl (or Command) is held: `j`, `enter`, `ctrl+enter`, `?`. */
  readonly key: string
  /** Holds while somebody types too; without it a letter stays a letter. */
  readonly whileTyping?: boolean
  readonly run: () => void
}

const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input,textarea,select,[contenteditable]')
/** Enter on something that has the focus belongs to it. */
const acting = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=option]')

/** Whether a dialog lies over the page; those of pages below are in the document too, but not on screen. */
const dialogOpen = () => Array.from(document.querySelectorAll('[role=dialog]')).some((dialog) => dialog.getClientRects().length > 0)

/**
 * Runs shortcuts while `active`; half-written syllables of an input method (输入法) are never taken for keys. Under a
 * dialog a page's shortcuts rest: `of` says whose these are.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], active = true, of: 'page' | 'dialog' = 'page'): void {
  const current = useRef(shortcuts)
  current.current = shortcuts
  useEffect(() => {
    if (!active) return undefined
    const hear = (event: KeyboardEvent) => {
      // Taro's own fields send events of this name that carry no key.
      if (!event.key || event.isComposing || event.altKey || event.defaultPrevented) return
      const held = event.ctrlKey || event.metaKey
      const key = (held ? 'ctrl+' : '') + event.key.toLowerCase()
      const found = current.current.find((shortcut) => shortcut.key === key)
      if (!found || (typing(event.target) && !found.whileTyping) || (key === 'enter' && acting(event.target))) return
      if (of === 'page' && dialogOpen()) return
      event.preventDefault()
      found.run()
    }
    // On the way down: Taro's fields stop the event on its way up.
    document.addEventListener('keydown', hear, true)
    return () => document.removeEventListener('keydown', hear, true)
  }, [active, of])
}
