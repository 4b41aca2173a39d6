/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see address.weapp.ts */
import { pageAddress, type PageQuery } from './navigate'

/** Puts what a page shows into the browser's address, without a new step back: it can be bookmarked, sent, and reloaded. */
export function keepInAddress(page: string, query: PageQuery): void {
  const address = `#${pageAddress(page, query)}`
  // The router's own mark of the entry stays.
  if (window.location.hash !== address) window.history.replaceState(window.history.state, '', address)
}
