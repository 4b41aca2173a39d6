import { history } from '@tarojs/router'
import { mayLeave } from './leaving'

/** Watches the browser's back and forward, closing and reloading: the first two are asked about in our words, the others by the browser, which lets nobody else ask. */
export function watchBack(_: string): () => void {
  let unblock = () => {}
  const block = () => {
    unblock = history.block(({ action, retry }) => {
      if (action === 'POP') {
        void mayLeave().then((yes) => { if (yes) retry() })
        return
      }
      // The app's own ways: navigate.ts has asked where it matters.
      unblock()
      retry()
      block()
    })
  }
  block()
  return () => unblock()
}
