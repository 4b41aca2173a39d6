import { listenForKeys } from './keyboard'

/** What happens once in a browser, before the first page. For WeChat: start.weapp.ts. */
export function startApp(): void {
  listenForKeys()
}
