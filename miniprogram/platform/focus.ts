/* eslint-disable no-restricted-globals -- browsers only */
import { inWeChat } from './config'

const takers = 'input,textarea,[tabindex="0"]'

/** In a browser, puts the focus on an element by its id, or on the first thing inside that takes it, once it is on screen, and shows `whole` (an id) as far as there is room; on a phone nothing. */
export function focusOn(id: string, whole = id): void {
  if (inWeChat) return
  setTimeout(() => {
    const element = document.getElementById(id)
    if (!element) return
    const target = element.matches(takers) ? element : element.querySelector<HTMLElement>(takers) ?? element
    target.focus()
    document.getElementById(whole)?.scrollIntoView({ block: 'nearest' })
  }, 60)
}
