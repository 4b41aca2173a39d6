/** @jest-environment jsdom */
import { choosePhotos } from './choose-photos'

/** The person chooses these files, or changes their mind. */
function person(files: readonly File[] | undefined): void {
  Object.defineProperty(window.URL, 'createObjectURL', { configurable: true, value: ({ name }: File) => `blob:${name}` })
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function click(this: HTMLInputElement) {
    if (files) Object.defineProperty(this, 'files', { value: files })
    this.dispatchEvent(new Event(files ? 'change' : 'cancel'))
  })
}

afterEach(() => jest.restoreAllMocks())

test('every file that was chosen comes, also one that the browser cannot show: what is wrong with it is told later', async () => {
  person([new File(['12345'], 'a.jpg', { type: 'image/jpeg' }), new File(['123'], 'b.heic', { type: 'image/heic' }), new File([], 'c.png', { type: 'image/png' })])
  expect(await choosePhotos(6)).toEqual([
    { path: 'blob:a.jpg', bytes: 5, type: 'image/jpeg' }, { path: 'blob:b.heic', bytes: 3, type: undefined }, { path: 'blob:c.png', bytes: 0, type: 'image/png' },
  ])
})

test('who changes their mind has chosen nothing', async () => {
  person(undefined)
  expect(await choosePhotos(6)).toEqual([])
})
