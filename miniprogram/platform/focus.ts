/* eslint-disable no-restricted-globals -- browsers only */
import { inWeChat } from './config'

const fields = 'input,textarea'

/** In a browser, puts the focus on an element by its id, or on the field inside it, once it is on screen; on a phone nothing. */
export function focusOn(id: string): void {
  if (inWeChat) return
  setTimeout(() => {
    const element = document.getElementById(id)
    if (!element) return
    const target = element.matches(fields) ? element : element.querySelector<HTMLElement>(fields) ?? element
    target.focus()
    target.scrollIntoView({ block: 'nearest' })
  }, 60)
}
