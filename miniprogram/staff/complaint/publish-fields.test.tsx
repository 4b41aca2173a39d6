/** @jest-environment jsdom */
import { useState } from 'react'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { noValues, type ActionValues } from './action-form'
import { PublishFields } from './publish-fields'

const complaint: StaffComplaint = {
  id: 'bbbbbbbbbbbbbbbbbbbb', receipt: 'ZC-20261123-0007', kind: 'pain', state: 'answered', text: '张主任让我打13800001234', where: {}, submittedAt: '2026-11-23T00:00:00.000Z',
  updatedAt: '2026-11-23T00:00:00.000Z', version: 3, photos: [{ id: 'passed', state: 'pass', url: '/a', small: '/b' }, { id: 'open', state: 'review', url: '/c' }], actions: ['publish'], published: false, textReview: false, helping: [], channel: 'app', reopens: 0, callback: false, followers: 0, hasContact: true,
  events: [{ number: 2, at: '2026-11-23T00:30:00.000Z', action: 'rectify', state: 'rectified', by: 'centre', sentence: '', text: '换了13800001234', photos: [], visibility: 'citizen', byName: '3 号窗口', byRole: 'window' }, { number: 3, at: '2026-11-23T01:00:00.000Z', action: 'answer', state: 'answered', by: 'centre', sentence: '', text: '已道歉', photos: [], visibility: 'citizen', byName: '3 号窗口', byRole: 'window' }],
}

let values: ActionValues
let drafted: Readonly<Record<string, string>> = {}

function Form() {
  const [held, setHeld] = useState<ActionValues>(noValues)
  const [confirmed, setConfirmed] = useState(false)
  values = held
  return <PublishFields complaint={complaint} problemAt={() => undefined} drafted={drafted} onTyped={(more) => { drafted = { ...drafted, ...more } }} confirmed={confirmed} onConfirm={setConfirmed} onChange={(more) => setHeld((before) => ({ ...before, ...more }))} />
}

const tap = (label: string) => act(async () => { fireEvent.click(screen.getByLabelText(label)) })

beforeEach(async () => {
  jest.spyOn(Taro, 'request').mockImplementation((async () => ({ statusCode: 404, data: '{}' })) as never)
  await act(async () => { render(<Form />) })
})

afterEach(() => {
  cleanup()
  drafted = {}
  jest.restoreAllMocks()
})

test('what is surely personal is masked from the beginning, what is doubtful stays and is asked about', () => {
  expect(values).toMatchObject({ question: '张主任让我打〔已隐去〕', answer: '已道歉', harmless: [] })
  expect(screen.getByText('姓名“张”')).toBeTruthy()
})

test('a doubtful place is taken out with one tap, and the field shows it', async () => {
  await tap('隐去 张')
  expect(values.question).toBe('〔已隐去〕主任让我打〔已隐去〕')
  expect((screen.getByLabelText('公开的问题') as HTMLTextAreaElement).value).toBe('〔已隐去〕主任让我打〔已隐去〕')
  expect(screen.queryByText('姓名“张”')).toBeNull()
})

test('or it is confirmed as harmless, which is sent along and can be taken back', async () => {
  await tap('不是个人信息，保留 张')
  expect(values.harmless).toEqual(['张'])
  await tap('已确认保留，点此改回 张')
  expect(values.harmless).toEqual([])
})

test('of the photos only those that have passed can be chosen, each as before or as after, and none is public unless somebody chooses it', async () => {
  expect(values).toMatchObject({ before: [], after: [], result: '换了〔已隐去〕' })
  expect(screen.getAllByRole('radiogroup')).toHaveLength(1)
  await act(async () => { fireEvent.click(screen.getByText('整改后')) })
  expect(values).toMatchObject({ before: [], after: ['passed'] })
  await act(async () => { fireEvent.click(screen.getByText('整改前')) })
  expect(values).toMatchObject({ before: ['passed'], after: [] })
  await act(async () => { fireEvent.click(screen.getByText('不公开')) })
  expect(values).toMatchObject({ before: [], after: [] })
})

test('whoever changes a text after having confirmed it must confirm it again', async () => {
  await act(async () => { fireEvent.click(screen.getByRole('checkbox')) })
  expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
  fireEvent.input(screen.getByLabelText('公开的问题'), { target: { value: '请打13900001234' } })
  expect(await screen.findByText('必须隐去才能公开：手机号“13900001234”')).toBeTruthy()
  expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
})

test('what was edited is there again when the form comes back, unless the citizen has had another answer since', async () => {
  fireEvent.input(screen.getByLabelText('公开的答复'), { target: { value: '已向您道歉' } })
  cleanup()
  await act(async () => { render(<Form />) })
  expect(values).toMatchObject({ question: '张主任让我打〔已隐去〕', answer: '已向您道歉' })
  cleanup()
  drafted = { ...drafted, basis: '以前的答复' }
  await act(async () => { render(<Form />) })
  expect(values.answer).toBe('已道歉')
})
