/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see focus.weapp.ts */

const takers = 'input,textarea,[tabindex="0"]'

/**
 * Puts the focus on an element by its id, or on the first thing inside that takes it, once it is on screen, and shows `whole` (an id)
 * as far as there is room. Below other pages in the document the one on top is meant.
 */
export function focusOn(id: string, whole = id): void {
  setTimeout(() => {
    const element = onScreen(id)
    if (!element) return
    const target = element.matches(takers) ? element : element.querySelector<HTMLElement>(takers) ?? element
    target.focus()
    onScreen(whole)?.scrollIntoView({ block: 'nearest' })
  }, 60)
}

/** The last element of this id that is on screen, else the last at all: pages lie over one another in the order in which they were opened. */
function onScreen(id: string): HTMLElement | undefined {
  const all = Array.from(document.querySelectorAll<HTMLElement>(`[id="${id}"]`))
  return [...all].reverse().find((element) => element.getClientRects().length > 0) ?? all[all.length - 1]
}
