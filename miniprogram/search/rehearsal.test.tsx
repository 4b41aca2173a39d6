/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { compileSnapshot } from '@shared/search'
import { refreshSnapshot } from '../state/snapshot'
import { Rehearsal } from './rehearsal'

const bytes = compileSnapshot({ version: 7, items: [{ id: 'a', name: '居民身份证补领' }, { id: 'b', name: '户口迁移' }] })

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

const drawn = () => document.querySelector('.rehearsal')

test('what is rehearsed is read out to nobody, and goes when it is done', async () => {
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) =>
    url.endsWith('/search/snapshot') ? { statusCode: 200, data: JSON.stringify({ version: '7', bytes: 1, url: '/' }) } : { statusCode: 200, data: bytes }) as never)
  await refreshSnapshot()
  render(<Rehearsal />)
  await waitFor(() => expect(drawn()?.textContent).toContain('居民身份证补领'))
  expect(drawn()?.getAttribute('aria-hidden')).toBe('true')
  expect(screen.queryAllByRole('link')).toEqual([])
  await waitFor(() => expect(drawn()).toBeNull(), { timeout: 5000 })
})
