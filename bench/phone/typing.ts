import type { Page } from 'playwright-core'

/** One key press and when its effect stood on the screen, in milliseconds of the page's clock. */
export interface Press {
  readonly key: string
  /** From the press to the end of the frame that painted the last change it caused. */
  readonly ms: number
  /** Chromium's own account (Event Timing): from the press to the frame that it handed to the screen, in steps of 8; 0 when under 16. */
  readonly shown: number
}

interface Watch {
  pressed: number
  painted: number
  shown: number
}

declare global {
  interface Window {
    watch: Watch
  }
}

/** What follows the results after a pause on purpose: completions above them, the form below what was not found. Nothing else moves when they come. */
const LATER = '.results__completions, .ways-on__form'

/**
 * Notes in the page when a key was pressed and when the last change after it was painted. A press is dated by the browser when the key arrives
 * through the debugging protocol, before the page's first listener. A change is painted at the end of the frame that follows it: a message
 * posted from inside that frame's callback arrives after style, layout and paint. A press may cause changes in several frames: the last
 * one counts, and the letter in the box where the results stay the same. Not waited for: what comes after a pause on purpose.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate((later) => {
    window.watch = { pressed: 0, painted: 0, shown: 0 }
    const press = (event: Event): void => {
      if (window.watch.pressed === 0) window.watch.pressed = event.timeStamp
    }
    document.addEventListener('keydown', press, true)
    document.addEventListener('beforeinput', press, true)
    let waiting = false
    const notePaint = (): void => {
      if (waiting || window.watch.pressed === 0) return
      waiting = true
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          waiting = false
          window.watch.painted = performance.now()
        }
        port2.postMessage(undefined)
      })
    }
    document.addEventListener('input', notePaint, true)
    const isLater = ({ target }: MutationRecord): boolean => Boolean((target instanceof Element ? target : target.parentElement)?.closest(later))
    new MutationObserver((changes) => {
      if (!changes.every(isLater)) notePaint()
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (/^(keydown|beforeinput|input)$/.test(name)) window.watch.shown = Math.max(window.watch.shown, duration)
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  }, LATER)
}

/** Types a text a key at a time, each after the former has settled; Latin letters as keys, Hanzi as an input method commits them. */
export async function typeSlowly(page: Page, text: string, settle: number): Promise<Press[]> {
  const presses: Press[] = []
  for (const key of text) {
    await page.evaluate(() => {
      window.watch.pressed = 0
      window.watch.painted = 0
      window.watch.shown = 0
    })
    if (/[a-z0-9]/i.test(key)) await page.keyboard.press(key)
    else await page.keyboard.insertText(key)
    await page.waitForTimeout(settle)
    const { pressed, painted, shown } = await page.evaluate(() => window.watch)
    if (painted > 0) presses.push({ key, ms: painted - pressed, shown })
  }
  return presses
}
