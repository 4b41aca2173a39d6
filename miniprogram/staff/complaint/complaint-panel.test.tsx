/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import type { Centre } from '@shared/centre/centre'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { ServiceError } from '@shared/errors/service-error'
import { complaint, event, get, ok, post, refused, serve } from './complaint.sample'
import { eachOnAFreshDesk, openPanel, press } from './panel.sample'

const type = (words: string) => fireEvent.input(screen.getByLabelText('答复内容'), { target: { value: words } })

eachOnAFreshDesk()

test('how to reach the citizen is fetched only when somebody asks for it, and it says that the look is written down', async () => {
  const { sent } = serve({ [get]: () => ok(complaint('accepted', 1)), [`POST /api/v1/staff/complaints/${complaint('accepted', 1).id}/contact`]: () => ok({ contact: '000 1234 5678' }) })
  await openPanel()
  expect(screen.queryByText(/000 1234 5678/)).toBeNull()
  screen.getByText('查看会记下您的名字和时间')
  fireEvent.click(screen.getByText('查看联系方式'))
  await screen.findByText(/000 1234 5678/)
  expect(sent).toEqual([])
})

test('when another window was quicker, the newer state is shown and what was typed stays', async () => {
  let stored = complaint('accepted', 1)
  const { sent } = serve({ [get]: () => ok(stored), [post]: () => refused(new ServiceError('version-conflict', { currentVersion: 2 })) })
  await openPanel()
  fireEvent.click(screen.getByText('答复'))
  type('经核实，已经改正。')
  stored = complaint('passed', 2)
  await press('Enter', { ctrlKey: true })
  await screen.findByText('刚刚有人处理过这件找茬，现在是“已转办”。已显示最新内容，您写的内容还在，请核对后再提交。')
  expect(sent).toContainEqual({ action: 'answer', expectedVersion: 1, text: '经核实，已经改正。' })
  expect((screen.getByLabelText('答复内容') as HTMLTextAreaElement).value).toBe('经核实，已经改正。')
})

test('when the action is no longer possible, what was typed can become an internal note', async () => {
  let stored = complaint('accepted', 1)
  serve({ [get]: () => ok(stored), [post]: () => refused(new ServiceError('action-not-possible', { currentVersion: 2, since: [{ what: '办结', by: '5 号窗口', at: '2026-11-23T01:05:00.000Z' }] })) })
  await openPanel()
  fireEvent.click(screen.getByText('答复'))
  type('已经答复过您。')
  stored = complaint('closed', 2)
  await press('Enter', { ctrlKey: true })
  await screen.findByText(/5 号窗口 · .*办结/)
  fireEvent.click(await screen.findByText('转为内部备注'))
  expect((await screen.findByLabelText('备注内容') as HTMLTextAreaElement).value).toBe('已经答复过您。')
})

test('an unfinished answer is there again when one comes back to the complaint, and gone once it is sent', async () => {
  let stored = complaint('accepted', 1)
  serve({ [get]: () => ok(stored), [post]: () => { stored = complaint('answered', 2); return ok(stored) } })
  const first = await openPanel()
  fireEvent.click(screen.getByText('答复'))
  type('写到一半')
  first.unmount()
  const second = await openPanel()
  fireEvent.click(screen.getByText('答复'))
  expect((screen.getByLabelText('答复内容') as HTMLTextAreaElement).value).toBe('写到一半')
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(screen.queryByLabelText('答复内容')).toBeNull())
  second.unmount()
  stored = complaint('accepted', 3)
  await openPanel()
  fireEvent.click(screen.getByText('答复'))
  expect((screen.getByLabelText('答复内容') as HTMLTextAreaElement).value).toBe('')
})

test('a digit chooses the button of that number, and 受理 needs no form', async () => {
  let stored = complaint('submitted', 1)
  const { sent } = serve({ [get]: () => ok(stored), [post]: () => { stored = complaint('accepted', 2); return ok(stored) } })
  await openPanel()
  await press('1')
  await screen.findByText('转办')
  expect(sent).toEqual([{ action: 'accept', expectedVersion: 1 }])
})

test('an empty answer is refused at its field and nothing is sent', async () => {
  const { sent } = serve({ [get]: () => ok(complaint('accepted', 1)) })
  await openPanel()
  fireEvent.click(screen.getByText('答复'))
  await press('Enter', { ctrlKey: true })
  await screen.findByText('请填写')
  expect(sent).toEqual([])
})

test('each event says whether the citizen sees it, and an internal remark of a visible step is marked', async () => {
  serve({ [get]: () => ok(complaint('passed', 3, [
    event(1, { action: 'submit', by: 'citizen', byRole: 'citizen', byName: '', visibility: 'citizen', sentence: '您提交了找茬。' }),
    event(2, { action: 'pass', visibility: 'citizen', sentence: '已转给有关科室办理。', note: '请三日内核实', office: '网络科' }),
    event(3, { action: 'note', text: '电话无人接听' }),
  ])) })
  await openPanel()
  const entries = screen.getAllByRole('listitem').map((entry) => entry.textContent)
  expect(entries[0]).toContain('仅内部')
  expect(entries[0]).toContain('电话无人接听')
  expect(entries[1]).toContain('市民可见')
  expect(entries[1]).toMatch(/已转给有关科室办理。仅内部请三日内核实/)
  expect(entries[2]).not.toContain('仅内部')
})

const templates = `GET /api/v1/staff/templates`
const centreData = JSON.parse(readFileSync('data/centre.json', 'utf8')) as Centre
const centreGet = 'GET /api/v1/centres/370214'

test('a template is put in with its variables filled; what cannot be filled in is named, and is not sent', async () => {
  const { sent } = serve({
    [get]: () => ok(complaint('accepted', 1)),
    [templates]: () => ok({ number: 1, templates: [{ id: '0'.repeat(20), name: '正在改', actions: ['answer'], kinds: [], states: [], text: '{受理编号}由{科室}整改。' }] }),
    [centreGet]: () => ok(centreData),
  })
  await openPanel()
  await press('d')
  fireEvent.click(await screen.findByText('正在改'))
  expect((screen.getByLabelText('答复内容') as HTMLTextAreaElement).value).toBe('ZC-20261123-0007由{科室}整改。')
  await screen.findByText(/还没有填上：\{科室\}（还没有转办给科室）/)
  await press('Enter', { ctrlKey: true })
  await screen.findByText('还有没填上的：{科室}')
  expect(sent).toEqual([])
})

test('a note with @科室 says who will be told, and tells the server', async () => {
  const stored = complaint('accepted', 1)
  const { sent } = serve({ [get]: () => ok(stored), [post]: () => ok(complaint('accepted', 2)), [centreGet]: () => ok(centreData) })
  await openPanel()
  await press('b')
  fireEvent.input(await screen.findByLabelText('备注内容'), { target: { value: '请 @网络' } })
  fireEvent.click(await screen.findByText('@网络科'))
  await screen.findByText('会提醒：网络科')
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ action: 'note', expectedVersion: 1, text: '请 @网络科', mentions: ['network'] }]))
})

test('while an office is chosen a digit is the office, and letters typed into a field are letters', async () => {
  const { sent } = serve({ [get]: () => ok(complaint('accepted', 1)), [post]: () => ok(complaint('passed', 2)), [centreGet]: () => ok(centreData) })
  await openPanel()
  await press('z')
  await screen.findAllByText('网络科')
  await press('2')
  await waitFor(() => expect(screen.getByRole('radio', { checked: true }).textContent).toContain('网络科'))
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ action: 'pass', expectedVersion: 1, office: centreData.offices[1].id, helping: [] }]))
  await press('b')
  const field = await screen.findByLabelText('备注内容')
  await act(async () => { fireEvent.keyDown(field, { key: 's' }) })
  expect(sent).toHaveLength(1)
})
