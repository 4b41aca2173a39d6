import { ofOldAddress } from './old-address'

test.each([
  ['/guide/370214010001.html', ''],
  ['/view', '?code=370214010001'],
  ['/', '?code=370214010001'],
])('an address of an older system leads to the page that finds its item: %s%s', (path, search) => {
  expect(ofOldAddress(path, search, '')).toBe(`/#/pages/open/index?q=${encodeURIComponent(path + search)}`)
})

test.each([['/', '', ''], ['/index.html', '', ''], ['/', '', '#/pages/hall/index'], ['/', '?code=370214010001', '#/pages/item/index?id=1'], ['/x', '', '']])('the app\'s own address stays: %s%s%s', (path, search, hash) => {
  expect(ofOldAddress(path, search, hash)).toBeUndefined()
})
