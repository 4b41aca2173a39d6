import type { Page } from 'playwright-core'

/** One key press and when its effect stood on the screen, in milliseconds of the page's clock. */
export interface Press {
  readonly key: string
  /** From the press to the end of the frame that painted the last change it caused. */
  readonly ms: number
}

interface Watch {
  pressed: number
  painted: number
}

declare global {
  interface Window {
    watch: Watch
  }
}

/**
 * Notes in the page when a key was pressed and when the last change after it was painted. A change is painted at the end of
 * the frame that follows it: a message posted from inside that frame's callback arrives after the paint. Completions follow
 * the results after a pause on purpose and are not waited for.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watch = { pressed: 0, painted: 0 }
    const press = (event: Event): void => {
      if (window.watch.pressed === 0) window.watch.pressed = event.timeStamp
    }
    document.addEventListener('keydown', press, true)
    document.addEventListener('beforeinput', press, true)
    let waiting = false
    const isCompletion = ({ target }: MutationRecord): boolean =>
      Boolean((target instanceof Element ? target : target.parentElement)?.closest('.results__completions'))
    new MutationObserver((changes) => {
      if (waiting || window.watch.pressed === 0 || changes.every(isCompletion)) return
      waiting = true
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          waiting = false
          window.watch.painted = performance.now()
        }
        port2.postMessage(undefined)
      })
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })
  })
}

/** Types a text a key at a time, each after the former has settled; Latin letters as keys, Hanzi as an input method commits them. */
export async function typeSlowly(page: Page, text: string, settle: number): Promise<Press[]> {
  const presses: Press[] = []
  for (const key of text) {
    await page.evaluate(() => {
      window.watch.pressed = 0
      window.watch.painted = 0
    })
    if (/[a-z0-9]/i.test(key)) await page.keyboard.press(key)
    else await page.keyboard.insertText(key)
    await page.waitForTimeout(settle)
    const { pressed, painted } = await page.evaluate(() => window.watch)
    if (painted > 0) presses.push({ key, ms: painted - pressed })
  }
  return presses
}
