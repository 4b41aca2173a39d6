import fc from 'fast-check'
import { readScanned } from './address'
import { codeKinds, sceneHash, sceneOf, targetOf, type CodeKind } from './scene'

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcXYZ._-'), minLength: 1, maxLength: 100 })
const kind = fc.constantFrom(...(Object.keys(codeKinds) as CodeKind[]))

test('every id has a scene that WeChat takes, and the scene leads back to it', () => {
  fc.assert(fc.property(kind, id, (of, it) => {
    const scene = sceneOf(of, it)
    expect(scene).toMatch(/^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
    expect(targetOf(scene)).toEqual(it.length <= 31 ? { kind: of, id: it } : { kind: of, hash: sceneHash(it) })
  }))
})

test('the scenes of codes that hang on walls stay what they are', () => {
  expect(sceneOf('item', '370214010001')).toBe('i370214010001')
  expect(sceneOf('area', 'real-estate')).toBe('areal-estate')
  expect(sceneOf('item', '11370214MB2846390F337012400100012')).toBe('I1b424ee8iny')
})

test.each(['', 'i', 'x1', 'i'.repeat(40), 'i 1', 'i%20'])('a scene that is not ours leads nowhere: %j', (scene) => {
  expect(targetOf(scene)).toBeUndefined()
})

test('an id that is none of ours gets no code', () => {
  expect(() => sceneOf('item', '去哪')).toThrow(RangeError)
})

test.each([
  ['https://zwfw.example.gov.cn/#/pages/item/index?id=370214010001', '370214010001'],
  ['http://old.example.com/guide/370214010001.html', '370214010001'],
  ['http://old.example.com/view?type=2019&code=370214010001&from=wall', '370214010001'],
  ['https://old.example.com:8080/a/b?u=http%3A%2F%2Fx.example%2Fy%3FitemCode%3D370214010001', '370214010001'],
  ['https%3A%2F%2Fold.example.com%2Fitem%3FID%3D370214010001', '370214010001'],
  ['370214010001', '370214010001'],
])('an old address names its item: %s', (address, code) => {
  expect(readScanned(address).candidates).toContain(code)
})

test('the code that an address names comes before other words of it', () => {
  expect(readScanned('http://old.example.com/portal/site1/view?type=2019&code=370214010001').candidates[0]).toBe('370214010001')
  expect(readScanned('http://old.example.com/portal/site1/370214010001').candidates[0]).toBe('370214010001')
})

test('a code of ours is known in an address too', () => {
  expect(readScanned('pages/open/index?scene=areal-estate').target).toEqual({ kind: 'area', id: 'real-estate' })
  expect(readScanned('https://zwfw.example.gov.cn/#/pages/open/index?scene=i370214010001').target).toEqual({ kind: 'item', id: '370214010001' })
})

test('whatever was scanned is read without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
    expect(readScanned(text).candidates.length).toBeLessThanOrEqual(20)
  }))
})
