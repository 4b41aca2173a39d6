import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { clockHandler } from '../functions/lambda/apps/clock'
import { photosHandler } from '../functions/lambda/apps/photos'
import { streamHandler } from '../functions/lambda/apps/stream'
import { readConfig } from '../functions/platform/config'
import { createCore, type Core } from '../functions/platform/core'
import { buildApp } from './build-app'
import { startEngine } from './dynamodb/engine'
import { readStreams } from './dynamodb/streams'
import { createTables, tableDefinitions } from './dynamodb/tables'
import { localEnvironment, localKeys, localTableName, localWeChat } from './environment'
import { gateway } from './gateway'
import { httpApps } from './http-apps'
import { localLog } from './log'
import { photoStore } from './photos/store'
import { freePort } from './ports'
import type { Progress } from './progress'
import { holdToRole, readGrants } from './roles'
import { claimFolder, noteRunning, releaseFolder } from './running'
import { firstData, readCentre } from './first-data'
import { listen } from './servers'
import { localStaff, type LocalStaff } from './staff'
import { pushVerdicts } from './wechat/push'
import { fakeWeChat } from './wechat/server'

/** The whole centre, running on this machine. */
export interface House {
  /** The citizens' address. */
  url: string
  staffUrl: string
  staff: LocalStaff
  /** The fake WeChat's address. */
  wechatUrl: string
  /** Ends requests, side effects and engines in this order; nothing that was acknowledged is lost. */
  stop(): Promise<void>
}

/** How often the Lambda `clock` is called, as serverless/functions.yml says. */
const CLOCK_EVERY = 5 * 60_000

/**
 * Start everything that the cloud does, on real parts with their data in `folder`.
 * @param root the checkout
 * @param port the first port to try; the engines take the next free ones
 * @param app false: do not build the browser app (tests of the API alone)
 * @param onGrant told of each grant of a Lambda's role that was used
 */
export async function startHouse({ root, folder, port, progress, app = true, onGrant }: {
  root: string
  folder: string
  port: number
  progress: Progress
  app?: boolean
  onGrant?: (lambda: string, grant: string) => void
}): Promise<House> {
  await claimFolder(folder)
  const stops: (() => Promise<unknown> | void)[] = [() => releaseFolder(folder)]
  const stop = async () => {
    for (let it = stops.pop(); it; it = stops.pop()) await it()
  }
  try {
    const taken = (p: number) => progress.say(`  端口 ${p} 已被占用，改用下一个`)
    const mainPort = await freePort(port, taken)
    const enginePort = await freePort(mainPort + 1)
    const photosPort = await freePort(enginePort + 1)
    const wechatPort = await freePort(photosPort + 1)
    const log = localLog(join(folder, 'log.jsonl'))

    const definitions = tableDefinitions(join(root, 'serverless/tables.yml'))
    const built = app ? progress.step('编译网页', () => buildApp(root), (now) => (now ? '' : '已是最新')) : Promise.resolve(false)
    built.catch(() => {})
    const engine = await progress.step('启动 DynamoDB', () => startEngine({ port: enginePort, file: join(folder, 'dynamodb.sqlite') }))
    stops.push(() => engine.stop())
    noteRunning(folder, engine.pid)

    const photos = await listen(photoStore({ folder: join(folder, 'photos'), keys: localKeys }), photosPort)
    stops.push(() => photos.stop())
    const pushed = pushVerdicts(`http://127.0.0.1:${mainPort}`, readCentre(root).id)
    const wechat = await listen(fakeWeChat({ ...localWeChat, push: pushed }).app, wechatPort)
    stops.push(() => wechat.stop())

    const config = readConfig(localEnvironment({ tableIds: Object.keys(definitions), dynamodb: engine.endpoint, photos: photos.url, wechat: wechat.url }))
    const awsConfig = { endpoint: engine.endpoint, region: config.region, credentials: localKeys }
    const tablesClient = new DynamoDBClient(awsConfig)
    await createTables(tablesClient, definitions, localTableName)
    tablesClient.destroy()

    const grants = readGrants(join(root, 'serverless/functions.yml'))
    const coreOf = (lambda: string): Core => {
      const core = createCore(config, { log })
      holdToRole(core.dynamo, lambda, grants[lambda] ?? new Set(), (grant) => onGrant?.(lambda, grant))
      return core
    }
    const apps = httpApps(coreOf)
    const effects = streamHandler(coreOf('stream'))
    const clock = clockHandler(coreOf('clock'))

    const streams = readStreams({
      client: new DynamoDBStreamsClient(awsConfig),
      tables: Object.entries(definitions).filter(([, it]) => it.StreamSpecification).map(([id]) => localTableName(id)),
      handle: effects, file: join(folder, 'streams.json'), onError: (error) => log.error('STREAM_FAILED', { error: String(error) }),
    })
    stops.push(() => streams.stop())
    const pictures = readStreams({
      client: new DynamoDBStreamsClient(awsConfig), tables: [localTableName('PhotosTable')], handle: photosHandler(coreOf('photos')),
      file: join(folder, 'photo-streams.json'), onError: (error) => log.error('STREAM_FAILED', { error: String(error) }),
    })
    stops.push(() => pictures.stop())
    const tick = () => clock().catch((error: unknown) => log.error('CLOCK_FAILED', { error: String(error) }))
    const ticking = setInterval(() => void tick(), CLOCK_EVERY)
    stops.push(() => clearInterval(ticking))

    const staff = localStaff(folder)
    const centre = await progress.step('载入中心数据', () => firstData({ core: createCore(config, { log }), root, staff }), (it) => (it.loaded ? `${it.items} 个事项` : '已在库中'))
    await built
    // What an older version left (search data of another format) is made anew before anybody asks, not minutes later.
    await tick()
    const front = await listen(gateway({ apps, folder: join(root, 'dist/h5') }), mainPort)
    stops.push(() => front.stop())
    const url = `http://localhost:${front.port}/`
    return { url, staffUrl: `${url}#/staff/sign-in/index?centre=${centre.id}`, staff, wechatUrl: wechat.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
