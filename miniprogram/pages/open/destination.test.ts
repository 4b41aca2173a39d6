import { readScanned } from '@shared/codes/address'
import { sceneOf, targetOf, type CodeKind } from '@shared/codes/scene'
import type { Centre } from '@shared/centre/centre'
import { destinationOf, type Known } from './destination'

const longId = `${'1'.repeat(40)}A`
const centre = {
  areas: [{ id: 'hr', name: '人力资源' }],
  windows: [{ id: 'w1', name: '社保窗口', area: 'hr', kind: 'area' }, { id: 'g1', name: '综合窗口 1 号', kind: 'general' }, { id: 'c1', name: '找茬窗口', kind: 'complaint' }, { id: 'z9', name: '发证窗口', kind: 'certificate' }],
} as unknown as Centre
const known: Known = { centre, items: [{ id: '370214010001', code: '370214010001' }, { id: 'n-abc', code: 'Q/12 乙' }, { id: longId, code: longId }] }
const opened = (kind: CodeKind, id: string) => destinationOf({ target: targetOf(sceneOf(kind, id))!, candidates: [] }, known)

test('every printed code leads to its page', () => {
  expect(opened('item', '370214010001')).toEqual({ page: 'pages/item/index', query: { id: '370214010001' } })
  expect(opened('item', longId)).toEqual({ page: 'pages/item/index', query: { id: longId } })
  expect(opened('area', 'hr')).toEqual({ page: 'pages/items/index', query: { facet: 'area', value: 'hr', name: '人力资源' } })
  expect(opened('window', 'w1')).toEqual({ page: 'pages/items/index', query: { facet: 'area', value: 'hr', name: '社保窗口' } })
  expect(opened('window', 'g1')).toEqual({ page: 'pages/items/index', query: { facet: 'oneWindow', value: '1', name: '综合窗口 1 号' } })
  expect(opened('window', 'c1')).toEqual({ page: 'pages/complain/index' })
  expect(opened('answer', '0'.repeat(20))).toEqual({ page: 'pages/answer/index', query: { id: '0'.repeat(20) } })
})

test('a code of something that is no more leads to the hall, not to an error', () => {
  expect(opened('area', 'gone')).toEqual({ page: 'pages/hall/index' })
  expect(opened('window', 'z9')).toEqual({ page: 'pages/hall/index' })
})

test('an old address leads to the item whose code is in it, in whichever case it is written', () => {
  expect(destinationOf(readScanned(`http://old.example.com/a/view?type=1999&code=${longId.toLowerCase()}`), known)).toEqual({ page: 'pages/item/index', query: { id: longId } })
  expect(destinationOf(readScanned('http://old.example.com/about/us'), known)).toBeUndefined()
})

test('before the search data are there, the likeliest word is tried', () => {
  expect(destinationOf(readScanned('http://old.example.com/view?code=370214010009'), { centre, items: undefined })).toEqual({ page: 'pages/item/index', query: { id: '370214010009' } })
})
