/* eslint-disable no-restricted-globals -- browsers only: startApp calls this nowhere else */
import { toast } from './feedback'

/** Whether a page's code or style could not be fetched: webpack's error for scripts, or its style plugin's. */
const isMissing = (reason: unknown): boolean => {
  const { name, code } = (reason ?? {}) as { name?: unknown; code?: unknown }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

/** In a browser, says in `words` that a page could not be opened because its code was not to be had: without it a tap seems to do nothing. */
export function tellMissingPages(words: string): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (isMissing(reason)) toast(words)
  })
}
