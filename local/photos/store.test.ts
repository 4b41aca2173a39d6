import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { photoStore } from './store'

const keys = { accessKeyId: 'local', secretAccessKey: 'local-secret' }
const photo = new Uint8Array(2000).fill(7)

let server: ServerType
let folder: string
let client: S3Client
let now = new Date()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'photos-'))
  const app = photoStore({ folder, keys, now: () => now })
  const port = await new Promise<number>((resolve) => { server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port)) })
  client = new S3Client({ endpoint: `http://127.0.0.1:${port}`, region: 'local', forcePathStyle: true, credentials: keys })
})

afterAll(() => {
  server.close()
  client.destroy()
  rmSync(folder, { recursive: true })
})

beforeEach(() => { now = new Date() })

async function upload(change: (form: FormData) => void = () => {}, body = photo, secret = keys.secretAccessKey) {
  const signing = new S3Client({ endpoint: await client.config.endpoint?.().then((e) => `http://${e.hostname}:${e.port}`), region: 'local', forcePathStyle: true, credentials: { ...keys, secretAccessKey: secret } })
  const { url, fields } = await createPresignedPost(signing, {
    Bucket: 'photos', Key: 'a/b.jpg', Expires: 600,
    Conditions: [['content-length-range', 1, 10_000], ['eq', '$Content-Type', 'image/jpeg']],
    Fields: { 'Content-Type': 'image/jpeg' },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  change(form)
  form.set('file', new File([body], 'b.jpg'))
  return fetch(url, { method: 'POST', body: form })
}

test('a photo uploaded under a signed policy can be read, looked at and deleted with signed requests', async () => {
  expect((await upload()).status).toBe(204)
  const got = await client.send(new GetObjectCommand({ Bucket: 'photos', Key: 'a/b.jpg' }))
  expect(await got.Body?.transformToByteArray()).toEqual(photo)
  const head = await client.send(new HeadObjectCommand({ Bucket: 'photos', Key: 'a/b.jpg' }))
  expect([head.ContentType, head.ContentLength]).toEqual(['image/jpeg', 2000])
  await client.send(new DeleteObjectCommand({ Bucket: 'photos', Key: 'a/b.jpg' }))
  await expect(client.send(new GetObjectCommand({ Bucket: 'photos', Key: 'a/b.jpg' }))).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('the first bytes of a photo can be read alone', async () => {
  await client.send(new PutObjectCommand({ Bucket: 'photos', Key: 'c.png', Body: photo, ContentType: 'image/png' }))
  const got = await client.send(new GetObjectCommand({ Bucket: 'photos', Key: 'c.png', Range: 'bytes=0-15' }))
  expect((await got.Body?.transformToByteArray())?.length).toBe(16)
})

test('a presigned address opens one photo until it expires, and no other', async () => {
  await client.send(new PutObjectCommand({ Bucket: 'photos', Key: 'd.png', Body: photo, ContentType: 'image/png' }))
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'photos', Key: 'd.png' }), { expiresIn: 60 })
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(url.replace('d.png', 'c.png'))).status).toBe(403)
  now = new Date(Date.now() + 61_000)
  expect((await fetch(url)).status).toBe(403)
})

test.each<[string, Parameters<typeof upload>, number, string]>([
  ['larger than the policy allows', [undefined, new Uint8Array(10_001)], 400, 'EntityTooLarge'],
  ['of another content type', [(form) => form.set('Content-Type', 'text/html')], 403, 'AccessDenied'],
  ['under another key', [(form) => form.set('key', 'other.jpg')], 403, 'AccessDenied'],
  ['with a field that the policy does not name', [(form) => form.set('acl', 'public-read')], 403, 'AccessDenied'],
  ['with a policy that was changed', [(form) => form.set('Policy', Buffer.from('{}').toString('base64'))], 403, 'SignatureDoesNotMatch'],
  ['signed with another secret', [undefined, photo, 'stolen'], 403, 'SignatureDoesNotMatch'],
])('an upload %s is refused and leaves nothing behind', async (_, args, status, code) => {
  const before = readdirSync(join(folder, 'photos'))
  const answer = await upload(...args)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(`<Code>${code}</Code>`)
  expect(readdirSync(join(folder, 'photos'))).toEqual(before)
})

test('an expired policy is refused', async () => {
  now = new Date(Date.now() + 601_000)
  expect(await (await upload()).text()).toContain('Policy expired')
})

test('a request without a signature opens nothing', async () => {
  const endpoint = await client.config.endpoint?.()
  expect((await fetch(`http://127.0.0.1:${endpoint?.port}/photos/c.png`)).status).toBe(403)
})
