import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { basePath } from '@shared/api/route'
import type { HttpApp } from '../functions/platform/http/event'
import { apiGateway } from './api-gateway'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}

/** What API Gateway and CloudFront do in the cloud: each route goes to its Lambda, everything else is a file of the built app in `folder`. */
export function gateway({ apps, folder }: { apps: readonly HttpApp[]; folder: string }): Hono {
  const app = new Hono()
  app.mount(basePath, apiGateway(apps).fetch, { replaceRequest: (request) => request })
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
