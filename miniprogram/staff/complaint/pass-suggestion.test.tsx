/** @jest-environment jsdom */
import { useState } from 'react'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { readFileSync } from 'node:fs'
import type { Suggestion } from '@shared/complaints/suggestion'
import { keepStaffSession } from '../../platform/staff-session'
import { noValues, type ActionValues } from './action-form'
import { PassSuggestion } from './pass-suggestion'

const account = {
  id: 'aaaaaaaaaaaaaaaaaaaa', centre: '370214', username: 'window.3', name: '3 号窗口', role: 'window' as const, disabled: false, mustChangePassword: false, createdAt: '2026-11-01T00:00:00.000Z', version: 1,
}
const complaint = { id: 'bbbbbbbbbbbbbbbbbbbb', version: 2, kind: 'pain' as const }

let values: Partial<ActionValues>

function Form() {
  const [held, setHeld] = useState<ActionValues>(noValues)
  values = held
  return <PassSuggestion complaint={complaint} values={held} onChange={(more) => setHeld({ ...held, ...more })} />
}

async function show(suggestion: Suggestion | undefined) {
  const centre = readFileSync('data/centre.json', 'utf8')
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url }: { url: string }) => {
    if (url.endsWith('/suggestion')) return suggestion ? { statusCode: 200, data: JSON.stringify(suggestion) } : { statusCode: 503, data: '{}' }
    return { statusCode: 200, data: centre }
  }) as never)
  keepStaffSession({ token: 't', expiresAt: '2999-01-01T00:00:00.000Z', account })
  await act(async () => { render(<Form />) })
}

afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('an office is offered with the words that made it, and nothing is chosen before it is tapped', async () => {
  await show({ offices: [{ office: 'social-insurance', source: 'words', because: ['养老金', '待遇'] }] })
  expect(await screen.findByText('建议：社保科')).toBeTruthy()
  expect(screen.getByText('因为文中有：养老金、待遇')).toBeTruthy()
  expect(values.office).toBeUndefined()
  await act(async () => { fireEvent.click(screen.getByText('建议：社保科')) })
  expect(values.office).toBe('social-insurance')
  expect(screen.getByText('已选：社保科')).toBeTruthy()
})

test('another kind is offered beside, and can be taken back', async () => {
  await show({ offices: [{ office: 'general', source: 'default', because: [] }], kind: { kind: 'suggestion', source: 'words', because: ['建议', '增设'] } })
  expect(await screen.findByText('没有明显的依据，由默认科室先看')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByText('建议：“痛点”改为“建议”')) })
  expect(values.kind).toBe('suggestion')
  await act(async () => { fireEvent.click(screen.getByText('已改为：建议（点此不改）')) })
  expect(values.kind).toBeUndefined()
})

test('when there is no suggestion to be had, the form is simply without it', async () => {
  await show(undefined)
  expect(screen.queryByText(/建议/)).toBeNull()
})
