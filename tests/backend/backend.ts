import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { createClient, type Call } from '@shared/api/client'
import type { StaffRole } from '@shared/accounts/roles'
import { centre as centreSchema } from '@shared/centre/centre'
import { routes } from '@shared/api/routes'
import { itemContent } from '@shared/items/item'
import * as v from 'valibot'
import { clockHandler } from '../../functions/lambda/apps/clock'
import { photosHandler } from '../../functions/lambda/apps/photos'
import { streamHandler } from '../../functions/lambda/apps/stream'
import { createItemServices } from '../../functions/lambda/item-services'
import { createServices, type Services } from '../../functions/lambda/services'
import { readConfig } from '../../functions/platform/config'
import { createCore, type Core } from '../../functions/platform/core'
import { createLog, errorFields } from '../../functions/platform/log'
import { apiGateway } from '../../local/api-gateway'
import { httpApps } from '../../local/http-apps'
import { localEnvironment, localKeys, localWeChat } from '../../local/environment'
import { readStreams } from '../../local/dynamodb/streams'
import { photoStore } from '../../local/photos/store'
import { freePort } from '../../local/ports'
import { listen } from '../../local/servers'
import type { MediaVerdict } from '../../local/wechat/checks'
import { fakeWeChat, type FakeWeChat } from '../../local/wechat/server'
import { startDatabase } from '../database'
import { heldCore } from './held-core'

/** The centre of the tests: the first centre's own data. */
export const centre = '370214'

/** Offices of the first centre that the tests pass complaints to. */
export const centreData = v.parse(centreSchema, JSON.parse(readFileSync(join(__dirname, '../../data/centre.json'), 'utf8')))

/** Calendar rows that cover the years of the tests. */
export const calendarRows = [2025, 2026, 2027].map((year) => ({ date: `${year}-01-01`, kind: 'holiday' as const, name: '元旦' }))

/** The whole backend in this process: every Lambda's app over a real DynamoDB, photo store and fake WeChat. */
export interface Backend {
  readonly core: Core
  readonly services: Services
  readonly wechat: FakeWeChat
  /** Verdicts that WeChat has pushed and nobody has fetched yet. */
  readonly verdicts: MediaVerdict[]
  /** Lines of the log so far. */
  readonly logLines: string[]
  readonly clock: () => Promise<void>
  /** A request as it comes from outside. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The phone's typed client with a session. */
  as(token?: string): Call
  /** Moves the time forward, ms. */
  pass(ms: number): void
  /** Signs a new citizen in: with WeChat, or with a device key. */
  citizen(kind?: 'wechat' | 'device'): Promise<{ token: string; id: string; openid?: string }>
  /** Puts an item into the catalogue; gives its id. */
  item(content: { readonly name: string; readonly code?: string; readonly area?: string }): Promise<string>
  /** Makes and signs in a staff account. */
  staff(role: StaffRole, office?: string): Promise<{ token: string; id: string; username: string; password: string }>
  stop(): Promise<void>
}

let count = 0

/** A key as the phone makes them, new each time. */
export const newKey = (): string => `test-key-${String(count++).padStart(16, '0')}-${process.pid}`

/** Starts the backend; about a second. */
export async function startBackend(): Promise<Backend> {
  const folder = mkdtempSync(join(tmpdir(), 'backend-'))
  const database = await startDatabase()
  let ahead = 0
  const now = () => Date.now() + ahead
  const verdicts: MediaVerdict[] = []
  const wechat = fakeWeChat({ ...localWeChat, now, push: (verdict) => verdicts.push(verdict) })
  const servers = [
    await listen(wechat.app, await freePort(22_000 + Math.floor(Math.random() * 20_000))),
    await listen(photoStore({ folder: join(folder, 'photos'), keys: localKeys }), await freePort(42_000 + Math.floor(Math.random() * 15_000))),
  ]
  const config = readConfig(localEnvironment({ tableIds: Object.keys(database.tables), dynamodb: database.endpoint, photos: servers[1]!.url, wechat: servers[0]!.url }))
  const logLines: string[] = []
  const log = createLog((line) => logLines.push(line))
  const system = { now, passwordCost: 10, log }
  const core = createCore(config, system)
  const cores: Core[] = []
  const coreOf = (lambda: string) => {
    const it = heldCore(lambda, config, system)
    cores.push(it)
    return it
  }
  const services = createServices(core)
  await services.centres.put(centreData, calendarRows)
  const app = apiGateway(httpApps(coreOf))

  const streamsClient = new DynamoDBStreamsClient({ endpoint: database.endpoint, region: 'local', credentials: localKeys })
  const streams = readStreams({
    client: streamsClient, tables: [config.tables.complaints, config.tables.photos, config.tables.items], file: join(folder, 'streams.json'),
    handle: streamHandler(coreOf('stream')), onError: (error) => log.error('STREAM_FAILED', errorFields(error)),
  })
  const pictures = readStreams({
    client: streamsClient, tables: [config.tables.photos], file: join(folder, 'photo-streams.json'),
    handle: photosHandler(coreOf('photos')), onError: (error) => log.error('STREAM_FAILED', errorFields(error)),
  })

  const fetch = async (path: string, init?: RequestInit) => app.fetch(new Request(`http://localhost${path}`, init))
  const as = (token?: string) =>
    createClient(async ({ method, url, body, responds }) => {
      const answer = await fetch(url, {
        method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: responds === 'binary' && answer.ok ? await answer.arrayBuffer() : await answer.json() }
    })

  return {
    core, services, wechat, verdicts, logLines, fetch, as,
    clock: clockHandler(coreOf('clock')),
    pass: (ms) => { ahead += ms },
    async citizen(kind = 'wechat') {
      if (kind === 'device') {
        const { token, citizen } = await as()(routes.accounts.deviceSignIn, { params: { centre }, body: { deviceKey: newKey() } })
        return { token, id: citizen.id }
      }
      const openid = `openid-${count++}`
      const login = await wechat.app.request('/_phone/login', { method: 'POST', body: JSON.stringify({ openid }) })
      const { code } = await login.json() as { code: string }
      const { token, citizen } = await as()(routes.accounts.wechatSignIn, { params: { centre }, body: { code } })
      return { token, id: citizen.id, openid }
    },
    item: async (content) => (await createItemServices(core).items.create({ centre, name: 'start' }, v.parse(itemContent, content))).id,
    async staff(role, office) {
      const username = `${role}-${count++}`
      const password = `first-password-${count}`
      const { id } = await services.accounts.admin.create(centre, 'start', { username, name: `${role} ${count}`, role, password, ...(office ? { office } : {}) }, false)
      const { token } = await as()(routes.accounts.staffSignIn, { params: {}, body: { centre, username, password } })
      return { token, id, username, password }
    },
    async stop() {
      await Promise.all([streams.stop(), pictures.stop()])
      streamsClient.destroy()
      for (const server of servers) await server.stop()
      for (const it of [core, ...cores]) it.dynamo.destroy()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until something holds, for 20 s at most: a machine of CI may be busy with other things. */
export async function eventually<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const found = await find()
    if (found !== undefined) return found
  }
  throw new Error('it did not come about within 20 s')
}
