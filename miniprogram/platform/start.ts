import { listenForKeys } from './keyboard'
import { tellMissingPages } from './missing-page'
import { leaveOldAddress } from './old-address'

/** What happens once in a browser, before the first page; `pageMissing` is said when a page cannot be fetched. For WeChat: start.weapp.ts. */
export function startApp({ pageMissing }: { readonly pageMissing: string }): void {
  leaveOldAddress()
  listenForKeys()
  tellMissingPages(pageMissing)
}
