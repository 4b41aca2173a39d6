import { phoneJpeg } from './pictures.sample'
import type { PhotoStore } from '../platform/photo-store'
import { createPhotoProcessing } from './processing'
import { mostAttempts, pictureKey, pictureState, uploadKey, type PhotoRecord } from './record'
import type { PhotoTable } from './store'

const upload = () => uploadKey('370214', 'p')

/** One photo in memory, whose files can be told to fail. */
async function setup(more: Partial<PhotoRecord> = {}) {
  let photo: PhotoRecord | undefined = { centre: '370214', id: 'p', citizen: 'c', type: 'image/jpeg', state: 'checking', createdAt: '', complaint: 'k', attempts: 0, ...more }
  const files = new Map<string, Uint8Array>([[upload(), await phoneJpeg(40, 30)]])
  const house = { failing: false, onWrite: () => {} }
  const store = {
    read: async (key: string) => files.get(key),
    async writeJpeg(key: string, bytes: Uint8Array) {
      if (house.failing) throw new Error('the store is down')
      files.set(key, bytes)
      house.onWrite()
    },
    remove: async (key: string) => void files.delete(key),
  } as Partial<PhotoStore> as PhotoStore
  const table = {
    get: async () => photo,
    countAttempt: async () => (photo = photo && { ...photo, attempts: photo.attempts + 1 }),
    async setVersion(_centre: string, _id: string, version: number) {
      if (photo) photo = { ...photo, version, attempts: 0 }
      return photo !== undefined
    },
    async move(_centre: string, _id: string, from: readonly string[], to: PhotoRecord['state']) {
      if (!photo || !from.includes(photo.state)) return false
      photo = { ...photo, state: to }
      return true
    },
  } as Partial<PhotoTable> as PhotoTable
  const codes: string[] = []
  const line = (code: string) => void codes.push(code)
  const { work } = createPhotoProcessing({ core: { log: { info: line, warn: line, error: line } }, table, store })
  return { work: () => work('370214', 'p'), files, house, codes, photo: () => photo, change: (to: Partial<PhotoRecord> | undefined) => { photo = to && photo && { ...photo, ...to } } }
}

test('a photo whose picture cannot be made is tried five times, then a person gets it, and its upload is still there', async () => {
  const it = await setup()
  it.house.failing = true
  for (let attempt = 1; attempt < mostAttempts; attempt++) await expect(it.work()).rejects.toThrow('the store is down')
  expect(it.photo()!.state).toBe('checking')
  await it.work()
  expect(it.photo()!.state).toBe('expired')
  expect(it.codes.at(-1)).toBe('PHOTO_GIVEN_UP')
  expect(it.files.has(upload())).toBe(true)
  it.house.failing = false
  it.change({ attempts: 0, askedAgain: 'now' })
  await it.work()
  expect(it.photo()).toMatchObject({ state: 'expired', version: 0 })
  expect(it.files.has(upload())).toBe(false)
})

test('a process that dies in the middle of a photo, again and again, does not try for ever', async () => {
  const it = await setup({ attempts: mostAttempts })
  await it.work()
  expect(it.photo()).toMatchObject({ state: 'expired' })
  expect(it.photo()!.version).toBeUndefined()
})

test('telling twice of the same photo makes one picture', async () => {
  const it = await setup()
  await it.work()
  const first = it.files.get(pictureKey('370214', 'p', 0, 'full'))
  await it.work()
  expect(it.files.get(pictureKey('370214', 'p', 0, 'full'))).toBe(first)
  expect(it.codes).toEqual(['PHOTO_PROCESSED'])
  expect([...it.files.keys()].sort()).toEqual([pictureKey('370214', 'p', 0, 'full'), pictureKey('370214', 'p', 0, 'small')])
})

test('a photo that is deleted while its picture is being made leaves no file behind', async () => {
  const it = await setup()
  it.house.onWrite = () => it.change(undefined)
  await it.work()
  expect([...it.files.keys()]).toEqual([])
})

test('while parts are to be black the former picture counts as none; when that fails five times, staff see that it did', async () => {
  const it = await setup()
  await it.work()
  it.change({ state: 'pass', blackouts: { version: 1, areas: [{ x: 0, y: 0, width: 10_000, height: 10_000 }] } })
  expect(pictureState(it.photo()!)).toBe('drawing')
  it.house.failing = true
  for (let attempt = 1; attempt < mostAttempts; attempt++) await expect(it.work()).rejects.toThrow()
  await it.work()
  expect(pictureState(it.photo()!)).toBe('failed')
  expect(it.photo()!.state).toBe('pass')
  it.house.failing = false
  it.change({ attempts: 0 })
  await it.work()
  expect(pictureState(it.photo()!)).toBe('ready')
})

test('a lost upload is told as such and not tried again', async () => {
  const it = await setup()
  it.files.clear()
  await it.work()
  expect(it.photo()!.state).toBe('refused')
  expect(it.codes).toEqual(['PHOTO_REFUSED'])
})
