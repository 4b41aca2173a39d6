import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}

/** What API Gateway and CloudFront do in the cloud: API paths to the Lambdas' apps, everything else from the built app's folder. */
export function gateway({ api, folder }: { api: { fetch(request: Request): Response | Promise<Response> }; folder: string }): Hono {
  const app = new Hono()
  app.all('/api/*', (c) => api.fetch(c.req.raw))
  app.get('*', (c) => {
    const path = normalize(decodeURIComponent(new URL(c.req.url).pathname))
    const wanted = join(folder, path)
    const file = wanted.startsWith(folder) && existsSync(wanted) && statSync(wanted).isFile() && !path.split('/').some((part) => part.startsWith('.')) ? wanted : join(folder, 'index.html')
    const named = /\.[0-9a-f]{8,}\.|\/(chunk|js|css|static)\//.test(file.slice(folder.length))
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': String(statSync(file).size),
      'cache-control': named ? 'max-age=60' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })
  return app
}
