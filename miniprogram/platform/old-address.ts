/* eslint-disable no-restricted-globals -- the browser's own address; start.weapp.ts has none */
import { readScanned } from '@shared/codes/address'
import { pageAddress } from './navigate'

/** Where an address of an older system, served by this app, leads: the page that reads codes. Undefined for the app's own. */
export function ofOldAddress(path: string, search: string, hash: string): string | undefined {
  const own = hash !== '' || (/^\/(index\.html)?$/.test(path) && search === '')
  const { target, candidates } = readScanned(path + search)
  return own || (!target && candidates.length === 0) ? undefined : `/#${pageAddress('pages/open/index', { q: path + search })}`
}

/** Leads a code that was printed long ago to its item: the server gives the app for every path that it does not know. */
export function leaveOldAddress(): void {
  const { pathname, search, hash } = window.location
  const page = ofOldAddress(pathname, search, hash)
  // The app is served at `/`; only the address in the bar is changed, before the router reads it.
  if (page) window.history.replaceState(null, '', page)
}
