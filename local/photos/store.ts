import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { checkUpload, PolicyError, type StoreKeys } from './policy'
import { isSigned } from './signature'

/** Larger bodies are cut off before they are read; S3 allows 5 GB, no photo of ours comes near this. */
const MAX_BODY = 32 * 1024 * 1024

const STATUS = { AccessDenied: 403, SignatureDoesNotMatch: 403, EntityTooLarge: 400, InvalidPolicyDocument: 400 } as const

const xmlError = (code: string, message: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`

/**
 * The part of Amazon S3 that the project uses, with its files in `folder`: form upload under a signed policy, and GET, HEAD,
 * PUT and DELETE with a Signature Version 4. Path style: `/{bucket}/{key}`. A file is there whole or not at all.
 */
export function photoStore({ folder, keys, now = () => new Date() }: { folder: string; keys: StoreKeys; now?: () => Date }): Hono {
  const app = new Hono()
  const fileOf = (bucket: string, key: string) => join(folder, encodeURIComponent(bucket), encodeURIComponent(key))

  async function put(bucket: string, key: string, body: Uint8Array, contentType: string): Promise<string> {
    const file = fileOf(bucket, key)
    await mkdir(join(file, '..'), { recursive: true })
    const draft = `${file}.${randomBytes(6).toString('hex')}.part`
    await writeFile(`${draft}.json`, JSON.stringify({ contentType }))
    await writeFile(draft, body)
    await rename(`${draft}.json`, `${file}.json`)
    await rename(draft, file)
    return `"${createHash('md5').update(body).digest('hex')}"`
  }

  app.use(cors({ origin: '*', exposeHeaders: ['ETag'] }))
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.body(xmlError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.'), 400, { 'content-type': 'application/xml' }) }))

  app.post('/:bucket', async (c) => {
    const bucket = c.req.param('bucket')
    const form = await c.req.parseBody()
    const file = form.file
    const fields = Object.fromEntries(Object.entries(form).filter(([, v]) => typeof v === 'string').map(([k, v]) => [k.toLowerCase(), v as string]))
    if (!(file instanceof File)) return c.body(xmlError('InvalidArgument', 'POST requires exactly one file upload per request.'), 400, { 'content-type': 'application/xml' })
    try {
      checkUpload(bucket, fields, file.size, keys, now())
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      return c.body(xmlError(error.code, error.message), STATUS[error.code], { 'content-type': 'application/xml' })
    }
    const etag = await put(bucket, fields.key ?? '', new Uint8Array(await file.arrayBuffer()), fields['content-type'] ?? 'binary/octet-stream')
    return c.body(null, 204, { etag })
  })

  app.use('/:bucket/:key{.+}', async (c, next) => {
    if (c.req.method !== 'OPTIONS' && !(await isSigned(c.req.raw, keys, now()))) {
      return c.body(xmlError('SignatureDoesNotMatch', 'The request signature we calculated does not match.'), 403, { 'content-type': 'application/xml' })
    }
    return next()
  })

  app.get('/:bucket/:key{.+}', async (c) => {
    const file = fileOf(c.req.param('bucket'), c.req.param('key'))
    try {
      const [body, meta] = await Promise.all([readFile(file), readFile(`${file}.json`, 'utf8')])
      const { contentType } = JSON.parse(meta) as { contentType: string }
      const range = /^bytes=(\d+)-(\d+)$/.exec(c.req.header('range') ?? '')
      const headers = { 'content-type': contentType, 'accept-ranges': 'bytes', etag: `"${createHash('md5').update(body).digest('hex')}"` }
      if (!range) return c.body(new Uint8Array(body), 200, { ...headers, 'content-length': String(body.length) })
      const part = new Uint8Array(body.subarray(Number(range[1]), Number(range[2]) + 1))
      return c.body(part, 206, { ...headers, 'content-range': `bytes ${range[1]}-${Number(range[1]) + part.length - 1}/${body.length}` })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return c.body(xmlError('NoSuchKey', 'The specified key does not exist.'), 404, { 'content-type': 'application/xml' })
    }
  })

  app.put('/:bucket/:key{.+}', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const etag = await put(c.req.param('bucket'), c.req.param('key'), body, c.req.header('content-type') ?? 'binary/octet-stream')
    return c.body(null, 200, { etag })
  })

  app.delete('/:bucket/:key{.+}', async (c) => {
    const file = fileOf(c.req.param('bucket'), c.req.param('key'))
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
    return c.body(null, 204)
  })

  return app
}
