import { inWeChat } from './config'
import { listenForKeys } from './keyboard'

/** What happens once, before the first page. */
export function startApp(): void {
  if (!inWeChat) listenForKeys()
}
