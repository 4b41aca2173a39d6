/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { compileSnapshot } from '@shared/search'
import { refreshSnapshot } from '../state/snapshot'
import { Results } from './results'

const bytes = compileSnapshot({ version: 7, items: [{ id: 'a', name: '居民身份证补领' }, { id: 'b', name: '户口迁移' }, { id: 'c', name: '户口登记' }] })
const nothing = () => undefined

beforeEach(() => {
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) =>
    url.endsWith('/search/snapshot') ? { statusCode: 200, data: JSON.stringify({ version: '7', bytes: 1, url: '/' }) } : { statusCode: 200, data: bytes }) as never)
})

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

const waiting = () => document.querySelector('.results--waiting')
const rows = () => Array.from(document.querySelectorAll('.row'))

test('what is rehearsed before the first letter is read out to nobody, and the first letter finds its rows drawn', async () => {
  await refreshSnapshot()
  const { rerender } = render(<Results text='' onSuggestion={nothing} />)
  await waitFor(() => expect(waiting()?.textContent).toContain('居民身份证补领'))
  expect(waiting()?.getAttribute('aria-hidden')).toBe('true')
  expect(screen.queryAllByRole('link')).toEqual([])
  const [before] = rows()
  rerender(<Results text='户口' onSuggestion={nothing} />)
  expect(waiting()).toBeNull()
  expect(screen.getAllByRole('link')).toHaveLength(2)
  expect(rows()[0]).toBe(before)
})

test('rows of the last answer wait for the next question, unseen; its warnings and its form do not', async () => {
  await refreshSnapshot()
  const { rerender } = render(<Results text='火星飞船来往外星球票据户' onSuggestion={nothing} />)
  expect(screen.getByText('到一楼导办台咨询')).toBeTruthy()
  const [before] = rows()
  rerender(<Results text='' onSuggestion={nothing} />)
  expect(screen.queryAllByRole('link')).toEqual([])
  expect(screen.queryByText('到一楼导办台咨询')).toBeNull()
  rerender(<Results text='户口迁移' onSuggestion={nothing} />)
  expect(rows()[0]).toBe(before)
  expect(screen.queryByText('到一楼导办台咨询')).toBeNull()
})
