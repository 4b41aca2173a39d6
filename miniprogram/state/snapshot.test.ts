import Taro from '@tarojs/taro'
import { compileSnapshot, SNAPSHOT_FORMAT } from '@shared/search'

let instant = Date.parse('2026-11-23T01:00:00.000Z')

/** Search data, made to look like that of a program with another format. */
function bytesOf(version: number, name: string, format = SNAPSHOT_FORMAT): ArrayBuffer {
  const bytes = compileSnapshot({ version, items: [{ id: 'a', name }] })
  new Uint32Array(bytes)[1] = format
  return bytes
}
const kept = 'search-snapshot-370214'

/** A server that has one version of the search data, or none. */
function server(current: { version: number; name: string; format?: number } | undefined) {
  const asked: string[] = []
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    asked.push(url.replace('/api/v1/centres/370214/search/', ''))
    if (!current) return Promise.reject({ errMsg: 'request:fail' })
    if (url.endsWith('/snapshot')) return { statusCode: 200, data: JSON.stringify({ version: String(current.version), bytes: 1, url: '/' }) }
    return { statusCode: 200, data: bytesOf(current.version, current.name, current.format) }
  }) as never)
  return asked
}

/** The module anew, as after the app is started again. */
function started() {
  let snapshots!: typeof import('./snapshot')
  jest.isolateModules(() => {
    // The storage outlives the program; the clock is the test's.
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
    jest.doMock('../platform/clock', () => ({ now: () => instant, wait: () => Promise.resolve() }))
    snapshots = require('./snapshot')
  })
  return snapshots
}

afterEach(() => {
  jest.restoreAllMocks()
  Taro.clearStorageSync()
})

test('the search data is fetched once and opened from the phone after that, without a network', async () => {
  server({ version: 7, name: '结婚登记' })
  const first = started()
  await first.refreshSnapshot()
  expect(first.currentSnapshot().snapshot?.version).toBe(7)
  server(undefined)
  const second = started()
  await second.refreshSnapshot()
  expect(second.currentSnapshot()).toMatchObject({ status: 'ready' })
  expect(second.currentSnapshot().snapshot?.name(0)).toBe('结婚登记')
})

test('a newer version replaces the one at hand in the background', async () => {
  server({ version: 7, name: '结婚登记' })
  const snapshots = started()
  await snapshots.refreshSnapshot()
  const asked = server({ version: 8, name: '离婚登记' })
  await snapshots.refreshSnapshot()
  expect(asked).toEqual([])
  instant += 6 * 60_000
  await snapshots.refreshSnapshot()
  expect(asked).toEqual(['snapshot', 'snapshots/8'])
  expect(snapshots.currentSnapshot().snapshot?.name(0)).toBe('离婚登记')
})

test('damaged search data is thrown away and fetched anew', async () => {
  Taro.setStorageSync(kept, Taro.arrayBufferToBase64(bytesOf(7, '结婚登记').slice(0, 40)))
  const asked = server({ version: 7, name: '结婚登记' })
  const snapshots = started()
  await snapshots.refreshSnapshot()
  expect(asked).toContain('snapshots/7')
  expect(snapshots.currentSnapshot().snapshot?.name(0)).toBe('结婚登记')
})

test('search data for a newer program is not taken in place of what is here, nor fetched again at once', async () => {
  server({ version: 7, name: '结婚登记' })
  const snapshots = started()
  await snapshots.refreshSnapshot()
  server({ version: 8, name: '离婚登记', format: SNAPSHOT_FORMAT + 1 })
  instant += 6 * 60_000
  await snapshots.refreshSnapshot()
  expect(snapshots.currentSnapshot().snapshot?.version).toBe(7)
  instant += 60_000
  const asked = server({ version: 8, name: '离婚登记', format: SNAPSHOT_FORMAT + 1 })
  await snapshots.refreshSnapshot()
  expect(asked).toEqual([])
})

test('search data that an older program kept is thrown away and fetched anew', async () => {
  Taro.setStorageSync(kept, Taro.arrayBufferToBase64(bytesOf(7, '结婚登记', SNAPSHOT_FORMAT - 1)))
  server({ version: 7, name: '结婚登记' })
  const snapshots = started()
  await snapshots.refreshSnapshot()
  expect(snapshots.currentSnapshot()).toMatchObject({ status: 'ready' })
})

test('without search data and without a network it says so, and asking again finds it when the network is back', async () => {
  server(undefined)
  const snapshots = started()
  await snapshots.refreshSnapshot()
  expect(snapshots.currentSnapshot()).toMatchObject({ status: 'failed', problem: { code: 'unavailable' } })
  const asked = server({ version: 7, name: '结婚登记' })
  await snapshots.refreshSnapshot()
  expect(asked).toEqual([])
  await snapshots.refreshSnapshot(true)
  expect(snapshots.currentSnapshot().status).toBe('ready')
})
