/* eslint-disable no-restricted-globals -- browsers only: startApp calls this nowhere else */

/** Roles that Enter and Space act on, as ui/tappable.tsx gives them. */
const tappable = '[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=option]'

/** In a browser, lets Enter and Space do what a tap does on whatever has the focus: Taro's elements are no native buttons. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !focused.matches(tappable)) return
    event.preventDefault()
    focused.click()
  })
}
