import { photoProblem } from './use-photos'

test('a photo that the server would refuse is refused before it is sent, with the reason', () => {
  expect(photoProblem({ type: undefined, bytes: 10 })).toBe('只能用 JPG 或 PNG 照片')
  expect(photoProblem({ type: 'image/jpeg', bytes: 10 * 1024 * 1024 + 1 })).toBe('照片超过 10 MB')
  expect(photoProblem({ type: 'image/png', bytes: 10 * 1024 * 1024 })).toBeUndefined()
})
