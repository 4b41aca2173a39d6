import { wait } from './clock'
import { listenForKeys } from './keyboard'
import { tellMissingPages } from './missing-page'
import { leaveOldAddress } from './old-address'

/** Milliseconds after the start: keeping the app must not slow what the citizen came for. */
const keepAppAfter = 5_000

/** Has the browser keep the app for a start without a network; one that cannot is served as before. */
async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await wait(keepAppAfter)
  await navigator.serviceWorker.register('service-worker.js').catch(() => undefined)
}

/** What happens once in a browser, before the first page; `pageMissing` is said when a page cannot be fetched. For WeChat: start.weapp.ts. */
export function startApp({ pageMissing }: { readonly pageMissing: string }): void {
  leaveOldAddress()
  listenForKeys()
  tellMissingPages(pageMissing)
  void keepApp()
}
