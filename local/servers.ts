import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'

/** What answers a server's requests. */
export interface App {
  fetch(request: Request): Response | Promise<Response>
}

/** A server on the loopback address. */
export interface LocalServer {
  port: number
  url: string
  /** Takes no more requests, lets those under way end (for 3 s at most). */
  stop(): Promise<void>
}

/** Serve an app on `port` of the loopback address. */
export async function listen(app: App, port: number): Promise<LocalServer> {
  const server: ServerType = await new Promise((resolve, reject) => {
    const it = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(it))
    it.once('error', reject)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    stop: () => new Promise((resolve) => {
      const cut = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections() }, 3000)
      server.close(() => { clearTimeout(cut); resolve() })
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }),
  }
}
