import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { basePath, type LambdaName } from '@shared/api/route'
import { routeList } from '@shared/api/routes'

/** A Lambda's HTTP app. */
export interface App {
  fetch(request: Request): Response | Promise<Response>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}

/** Largest request that API Gateway passes to a Lambda, bytes. */
const MAX_REQUEST = 6 * 1024 * 1024

/**
 * What API Gateway and CloudFront do in the cloud: each route of the table goes to its Lambda's app, everything else
 * is a file of the built app in `folder`.
 */
export function gateway({ apps, folder }: { apps: Record<LambdaName | 'wechat', App>; folder: string }): Hono {
  const app = new Hono()
  for (const { method, path, lambda } of routeList) {
    app.on(method, basePath + path, (c) =>
      Number(c.req.header('content-length') ?? 0) > MAX_REQUEST ? c.json({ message: 'Request Entity Too Large' }, 413) : apps[lambda].fetch(c.req.raw))
  }
  app.all(`${basePath}/wechat/*`, (c) => apps.wechat.fetch(c.req.raw))
  app.all(`${basePath}/*`, (c) => apps.items.fetch(c.req.raw))
  app.get('*', (c) => {
    const path = normalize(decodeURIComponent(new URL(c.req.url).pathname))
    const wanted = join(folder, path)
    const hidden = path.split('/').some((part) => part.startsWith('.'))
    const isFile = wanted.startsWith(folder) && !hidden && existsSync(wanted) && statSync(wanted).isFile()
    const file = isFile ? wanted : join(folder, 'index.html')
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': String(statSync(file).size),
      // The names of the built files carry no fingerprint on every platform: ask each time, it is one machine.
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })
  return app
}
