/**
 * The web page's service worker: keeps the citizens' pages on the device, so that the app starts without a network and at once with a
 * bad one. The page itself is asked of the network first, for at most three seconds: who has a network gets the newest version.
 * Only browsers have it (config/index.ts builds it); WeChat keeps the mini-program itself.
 */
import { NetworkOnly, Serwist, type PrecacheEntry } from 'serwist'

declare const self: { readonly __SW_MANIFEST: (PrecacheEntry | string)[] }

// An open page of the former version keeps its files until it is closed: the new worker waits (no skipWaiting).
const worker: Serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: { directoryIndex: null, cleanupOutdatedCaches: true },
  clientsClaim: true,
  runtimeCaching: [{
    matcher: ({ request }) => request.mode === 'navigate',
    handler: new NetworkOnly({ networkTimeoutSeconds: 3, plugins: [{ handlerDidError: () => worker.matchPrecache('index.html') }] }),
  }],
})

worker.addEventListeners()
