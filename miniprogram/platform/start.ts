import { listenForKeys } from './keyboard'
import { leaveOldAddress } from './old-address'

/** What happens once in a browser, before the first page. For WeChat: start.weapp.ts. */
export function startApp(): void {
  leaveOldAddress()
  listenForKeys()
}
