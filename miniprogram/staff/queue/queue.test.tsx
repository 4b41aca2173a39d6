/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { StaffAccount } from '@shared/accounts/accounts'
import type { Centre } from '@shared/centre/centre'
import type { StaffComplaint, StaffComplaintLine } from '@shared/complaints/complaint'
import { allowedActions, complaintStateList, type ComplaintState } from '@shared/complaints/states'
import { keepStaffSession } from '../../platform/staff-session'
import StaffQueuePage from './index'

// A page with everything in it takes its time on a busy machine.
jest.setTimeout(20_000)
configure({ asyncUtilTimeout: 5000 })

const account: StaffAccount = {
  id: 'aaaaaaaaaaaaaaaaaaaa', centre: '370214', username: 'window.3', name: '3 号窗口', role: 'window', disabled: false, mustChangePassword: false, createdAt: '2026-11-01T00:00:00.000Z', version: 1,
}
const centre = JSON.parse(readFileSync('data/centre.json', 'utf8')) as Centre
const idOf = (n: number) => String(n).repeat(20)

let states: Record<string, ComplaintState>
let sent: { path: string; body: Record<string, unknown> }[]
let asked: string[]

const line = (n: number): StaffComplaintLine => ({
  id: idOf(n), receipt: `ZC-20261123-000${n}`, kind: n === 2 ? 'opinion' : 'pain', state: states[idOf(n)], text: `第 ${n} 件`, submittedAt: `2026-11-20T0${n}:00:00.000Z`, updatedAt: '2026-11-20T08:00:00.000Z',
  overdue: false, textReview: false, version: 1, mine: n === 3, due: '2999-01-01',
})
const complaint = (id: string, version: number): StaffComplaint => {
  const { overdue: _, mine: __, version: ___, ...it } = line(Number(id[0]))
  return {
    ...it, state: states[id], version, text: `${it.text}的全文`, updatedAt: `2026-11-20T09:00:0${version}.000Z`, where: {}, photos: [], actions: allowedActions(states[id], 'window'),
    published: false, events: [], helping: [], channel: 'app', reopens: 0, callback: false, followers: 0, hasContact: false,
  }
}

function answer(method: string, url: string, data: string | undefined): unknown {
  const path = url.replace('/api/v1', '').split('?')[0]
  const id = path.split('/')[3]
  if (method === 'GET' && path === '/staff/complaints') return { complaints: [1, 2, 3].map(line) }
  if (path === '/staff/complaint-counts') return { counts: complaintStateList.map((state) => ({ state, count: 0 })), overdue: 0 }
  if (path === '/staff/complaint-search') return { complaints: [line(2)], searched: 3 }
  if (path === '/staff/templates') return { number: 0, templates: [] }
  if (path.startsWith('/centres/')) return centre
  if (path.endsWith('/suggestion')) return { offices: [{ office: centre.offices[0].id, source: 'default', because: [] }] }
  const body = data ? JSON.parse(data) as Record<string, unknown> : {}
  if (method === 'POST') sent.push({ path, body })
  if (path === '/staff/complaints/pass') {
    return { results: (body.complaints as { id: string }[]).map((it, index) => (index === 0 ? { id: it.id, done: true } : { id: it.id, done: false, code: 'version-conflict', message: '被别人改过' })) }
  }
  if (path.endsWith('/actions')) states[id] = { accept: 'accepted', pass: 'passed', answer: 'answered' }[String(body.action)] as ComplaintState
  return complaint(id, path.endsWith('/actions') ? Number(body.expectedVersion) + 1 : 1)
}

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined
  window.matchMedia = () => ({ matches: true, addListener: () => undefined, removeListener: () => undefined }) as unknown as MediaQueryList
})

// A focus that a test asked for last comes a moment later, and not into the next test's page.
afterEach(() => new Promise((done) => { setTimeout(done, 100) }))

beforeEach(() => {
  Taro.clearStorageSync()
  window.history.replaceState(null, '', '#/')
  states = Object.fromEntries([1, 2, 3].map((n) => [idOf(n), 'submitted' as const]))
  sent = []
  asked = []
  keepStaffSession({ token: 't', expiresAt: '2999-01-01T00:00:00.000Z', account })
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, method, data }: { url: string; method: string; data?: string }) => {
    asked.push(url)
    return { statusCode: 200, data: JSON.stringify(answer(method, url, data)) }
  }) as never)
})

const press = (key: string, more: object = {}) => act(async () => { fireEvent.keyDown(document.body, { key, ...more }) })
const opened = (n: number) => screen.findByText(`第 ${n} 件的全文`)
const open = async () => {
  render(<StaffQueuePage />)
  await screen.findByText('第 1 件')
}

test('accept and pass on are four keys; the next case opens by itself, and u leads back', async () => {
  await open()
  await press('j')
  await opened(1)
  await press('s')
  await waitFor(() => expect(states[idOf(1)]).toBe('accepted'))
  await opened(1)
  await waitFor(() => expect(document.querySelector('#action-pass')).not.toBeNull())
  await press('z')
  await press('2')
  await press('Enter', { ctrlKey: true })
  await opened(2)
  expect(sent.map(({ body }) => body)).toEqual([
    { action: 'accept', expectedVersion: 1 }, { action: 'pass', expectedVersion: 2, office: centre.offices[1].id, helping: [] },
  ])
  expect(screen.getByText(/ZC-20261123-0001 已转办。已打开下一件/)).toBeTruthy()
  await press('u')
  await opened(1)
})

test('what is shown lives in the address, without a step back for every choice', async () => {
  await open()
  const before = window.history.length
  fireEvent.click(screen.getByText('我经手的'))
  await waitFor(() => expect(screen.queryByText('第 1 件')).toBeNull())
  expect(screen.getByText('第 3 件')).toBeTruthy()
  expect(window.location.hash).toContain('only=mine')
  expect(window.history.length).toBe(before)
})

test('words are searched for on the server and it is said what was searched; typing them fires no shortcut', async () => {
  await open()
  const box = screen.getByLabelText('查找正文或编号')
  fireEvent.input(box, { target: { value: '电梯 s' } })
  await act(async () => { fireEvent.keyDown(box, { key: 's' }) })
  await act(async () => { fireEvent.keyDown(box, { key: 'Enter' }) })
  await screen.findByText('在未办结和已答复的 3 件里，找到 1 件。查的是市民最初写的内容和编号。')
  expect(asked.some((url) => url.includes(`text=${encodeURIComponent('电梯 s')}`))).toBe(true)
  expect(sent).toEqual([])
})

test('of several that are passed on at once each has its own result; what a colleague was quicker with is named and stays chosen', async () => {
  await open()
  await press('j')
  await press('x')
  await press('j')
  await press('x')
  fireEvent.click(await screen.findByText('转办…'))
  const sheet = await screen.findByRole('dialog')
  fireEvent.input(within(sheet).getByLabelText('给科室的交代'), { target: { value: '请一并核实' } })
  fireEvent.click(await within(sheet).findByText(centre.offices[1].name))
  fireEvent.click(within(sheet).getByText('转办 2 件'))
  await screen.findByText('1 件已转办，1 件没有办成：')
  expect(screen.getByText('ZC-20261123-0002：刚刚有人处理过，请看过最新内容再转办')).toBeTruthy()
  expect(sent[0].body).toEqual({ complaints: [1, 2].map((n) => ({ id: idOf(n), expectedVersion: 1 })), office: centre.offices[1].id, note: '请一并核实' })
  expect((within(sheet).getByLabelText('给科室的交代') as HTMLTextAreaElement).value).toBe('请一并核实')
  await within(sheet).findByText('转办 1 件')
})
