/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see dialog.weapp.ts */
import { useEffect, useRef } from 'react'

const takers = 'input,textarea,a[href],button,[tabindex="0"]'
const onScreen = (element: Element) => element.getClientRects().length > 0

/** The dialog on top: the last one in the document that can be seen, for pages below stay there. */
const topDialog = (): HTMLElement | undefined => Array.from(document.querySelectorAll<HTMLElement>('[role=dialog]')).filter(onScreen).pop()

/** The things in it that take the focus, the closing button last: it stands first, but is not what one came for. */
function takersOf(dialog: HTMLElement): HTMLElement[] {
  return Array.from(dialog.querySelectorAll<HTMLElement>(takers)).filter((element) => onScreen(element) && !element.matches(':disabled'))
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const inside = takersOf(dialog)
  const [first, last] = [inside[0], inside[inside.length - 1]]
  if (!first || !last) return
  const active = document.activeElement
  const leaving = !dialog.contains(active) || active === (event.shiftKey ? first : last)
  if (!leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first).focus()
}

/** What a dialog owes people at a keyboard: it takes the focus when it opens, keeps it, closes by Esc, and gives it back to where it was. */
export function useDialog(open: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!open) return undefined
    const before = document.activeElement
    const own = topDialog()
    const hear = (event: KeyboardEvent) => {
      const dialog = topDialog()
      if (!dialog || dialog !== own || event.isComposing) return
      if (event.key === 'Tab') keepInside(event, dialog)
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      close.current()
    }
    const timer = setTimeout(() => {
      if (!own || own.contains(document.activeElement)) return
      const inside = takersOf(own)
      ;(inside.find((element) => !element.matches('.sheet__close')) ?? inside[0])?.focus()
    }, 60)
    document.addEventListener('keydown', hear, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', hear, true)
      if (before instanceof HTMLElement && onScreen(before)) before.focus()
    }
  }, [open])
}
