/** @jest-environment jsdom */
import { act, cleanup, render, screen } from '@testing-library/react'
import { Stretch } from './stretch'

/** Tells the stretch where it is, as a browser does. */
let tell: (entry: { isIntersecting: boolean; boundingClientRect: { height: number } }) => void

beforeEach(() => {
  Object.assign(globalThis, {
    IntersectionObserver: class {
      constructor(hear: (entries: unknown[]) => void) {
        tell = (entry) => act(() => hear([entry]))
      }
      observe() {}
      disconnect() {}
    },
  })
})
afterEach(cleanup)

const show = () => render(<Stretch>{() => <p>一行</p>}</Stretch>).container.firstElementChild as HTMLElement

test('far from the screen only the height of the rows remains; they are back when one scrolls near', () => {
  const element = show()
  expect(screen.queryByText('一行')).toBeTruthy()
  tell({ isIntersecting: false, boundingClientRect: { height: 740 } })
  expect(screen.queryByText('一行')).toBeNull()
  expect(element.style.height).toBe('740px')
  tell({ isIntersecting: true, boundingClientRect: { height: 740 } })
  expect(screen.queryByText('一行')).toBeTruthy()
  expect(element.style.height).toBe('')
})

test('on a page that lies under another, and so has no height, the rows stay', () => {
  show()
  tell({ isIntersecting: false, boundingClientRect: { height: 0 } })
  expect(screen.queryByText('一行')).toBeTruthy()
})
