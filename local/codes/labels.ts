import { createClient } from '@shared/api/client'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { sceneOf, type CodeKind } from '@shared/codes/scene'
import { openSnapshot, search } from '@shared/search'

/** A code with what is printed under it. */
export interface Label {
  readonly kind: CodeKind
  readonly scene: string
  readonly name: string
  /** Where it is: floor and area; empty when it has no place. */
  readonly place: string
  /** Area that it belongs to, by id. */
  readonly area?: string
}

/** Everything of a centre that has a code. */
export interface Labels {
  readonly centre: Centre
  readonly all: readonly Label[]
}

/** Items that the API gives in one page of a search. */
const page = 200

/** Client of a running centre's public API. @throws Error in words when it cannot be reached */
function apiOf(address: string) {
  return createClient(async ({ method, url, responds }) => {
    const response = await fetch(address + url, { method }).catch(() => { throw new Error(`连不上 ${address}：先运行 npm start，或用 --api 指向中心的服务`) })
    return { status: response.status, body: responds === 'binary' && response.ok ? await response.arrayBuffer() : await response.json() }
  })
}

/** All items of the published catalogue, by area and name. */
function itemLabels(bytes: ArrayBuffer, placeOf: (floor: string | undefined, area: string | undefined) => string): Label[] {
  const snapshot = openSnapshot(bytes)
  const labels: Label[] = []
  for (let offset = 0; offset < snapshot.itemCount; offset += page) {
    for (const { id, name, fields } of search(snapshot, '', { limit: page, offset }).hits) {
      labels.push({ kind: 'item', scene: sceneOf('item', id), name, place: placeOf(fields.floor, fields.area), ...(fields.area ? { area: fields.area } : {}) })
    }
  }
  return labels
}

/** Reads a centre, its items and its published answers from its API. */
export async function readLabels(address: string, centreId: string): Promise<Labels> {
  const call = apiOf(address)
  const params = { centre: centreId }
  const centre = await call(routes.centre.get, { params })
  const areaName = (id: string | undefined) => centre.areas.find((area) => area.id === id)?.name
  const floorName = (id: string | undefined) => centre.floors.find((floor) => floor.id === id)?.name ?? id
  const placeOf = (floor: string | undefined, area: string | undefined) => [floorName(floor), areaName(area)].filter(Boolean).join(' ')
  const { version } = await call(routes.search.snapshot, { params })
  const items = itemLabels(await call(routes.search.snapshotBytes, { params: { ...params, version } }), placeOf)
  const windows = centre.windows.map(({ id, name, floor, area }): Label => ({ kind: 'window', scene: sceneOf('window', id), name, place: placeOf(floor, area), ...(area ? { area } : {}) }))
  const areas = centre.areas.map(({ id, name, floors }): Label => ({ kind: 'area', scene: sceneOf('area', id), name, place: floors.map(floorName).join('、'), area: id }))
  const answers: Label[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const part = await call(routes.complaints.published, { params, query: { limit: 50, ...(cursor ? { cursor } : {}) } })
    answers.push(...part.answers.map(({ id, question, publishedAt }): Label => ({ kind: 'answer', scene: sceneOf('answer', id), name: question, place: `公开答复 ${publishedAt.slice(0, 10)}` })))
    cursor = part.cursor
    more = cursor !== undefined
  }
  return { centre, all: [...items, ...windows, ...areas, ...answers] }
}
