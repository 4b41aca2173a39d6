/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { ServiceError } from '@shared/errors/service-error'
import { staffDrafts } from '../drafts/drafts'
import { complaint, get, ok, post, refused, serve, windowOf } from './complaint.sample'
import { eachOnAFreshDesk, openPanel, press } from './panel.sample'

const tap = (words: string | RegExp) => act(async () => { fireEvent.click(screen.getByText(words)) })
const fill = (label: string, value: string) => act(async () => { fireEvent.input(screen.getByLabelText(label), { target: { value } }) })
/** What stands under a heading that says who reads it. */
const zone = (title: string) => screen.getByRole('group', { name: title }).textContent ?? ''

eachOnAFreshDesk()

test('on a narrow screen the likeliest steps stand alone, and one button, which says whether it is open, shows the others', async () => {
  windowOf(375)
  serve({ [get]: () => ok(complaint('accepted', 1)) })
  await openPanel()
  const names = () => screen.getByRole('toolbar', { name: '办理' }).textContent
  expect(names()).toMatch(/^转办Z?答复D?其他操作（\d+）$/)
  const more = screen.getByText(/其他操作/)
  expect(more.getAttribute('aria-expanded')).toBe('false')
  expect(more.getAttribute('tabindex')).toBe('0')
  await act(async () => { fireEvent.keyDown(more, { key: 'Enter' }); fireEvent.click(more) })
  expect(names()).toContain('内部备注')
  expect(screen.getByText(/其他操作/).getAttribute('aria-expanded')).toBe('true')
})

test('a step that a key chose is shown as chosen, also when it stands among the others', async () => {
  windowOf(375)
  serve({ [get]: () => ok(complaint('accepted', 1)) })
  await openPanel()
  await press('b')
  await screen.findByLabelText('备注内容')
  expect(document.getElementById('action-note')?.className).toContain('button--primary')
})

test('who reads what is told by headings: an order to an office stays inside, an answer does not', async () => {
  serve({ [get]: () => ok(complaint('accepted', 1)) })
  await openPanel()
  await press('z')
  await fill('给科室的交代', '请尽快')
  expect(zone('仅内部，市民看不到')).toContain('给科室的交代')
  expect(zone('市民只看到这一句')).toBe('市民只看到这一句已转给有关科室办理。')
  await press('d')
  await fill('答复内容', '已改正。')
  expect(screen.queryByText('仅内部，市民看不到')).toBeNull()
  expect(zone('市民会看到')).toContain('答复：已改正。')
})

test('a day can be taken with one tap, and stands in the field; more time is counted from the present day, and what was typed stays when the form is put away', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T02:00:00.000Z'))
  const { sent } = serve({ [get]: () => ok({ ...complaint('accepted', 1), due: '2026-11-30' }), [post]: () => ok(complaint('rectifying', 2)) })
  await openPanel()
  await tap('申请延期')
  await tap('再过一周（12月7日）')
  expect((screen.getByLabelText('延期到哪一天') as HTMLInputElement).value).toBe('2026-12-07')
  await press('Escape')
  await tap('申请延期')
  expect((screen.getByLabelText('延期到哪一天') as HTMLInputElement).value).toBe('2026-12-07')
  await tap('制定整改计划')
  await tap('两周后（12月7日）')
  await fill('打算怎样整改', '更换指示牌')
  expect(zone('市民会看到')).toContain('正在整改：更换指示牌（计划2026年12月7日前完成）')
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ action: 'plan', expectedVersion: 1, text: '更换指示牌', due: '2026-12-07' }]))
  jest.restoreAllMocks()
})

const dissatisfied = (): StaffComplaint => ({ ...complaint('answered', 4), callback: true, rating: 'dissatisfied', actions: ['callBack', 'reopen', 'note'] })

test('a call back comes first when a citizen is not content, needs words, and shows the citizen what was said', async () => {
  let stored = dissatisfied()
  const { sent } = serve({ [get]: () => ok(stored), [post]: () => { stored = { ...stored, version: 5, callback: false, actions: ['close', 'note'] }; return ok(stored) } })
  await openPanel()
  screen.getByText('市民不满意。请由不是答复人的同事回访：说明清楚，或重新办理。')
  await press('1')
  expect(zone('市民会看到')).toContain('回访时怎样说明的')
  await press('Enter', { ctrlKey: true })
  await screen.findByText('请填写')
  expect(sent).toEqual([])
  await fill('回访时怎样说明的', '已电话说明，单位会出具证明。')
  expect(zone('市民会看到')).toContain('回访说明：已电话说明，单位会出具证明。')
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ action: 'callBack', expectedVersion: 4, text: '已电话说明，单位会出具证明。' }]))
  await screen.findByText('办结')
  expect(screen.queryByText(/请由不是答复人的同事回访/)).toBeNull()
})

test('whoever gave the answer hears from the server that somebody else must call back, and keeps the words', async () => {
  serve({ [get]: () => ok(dissatisfied()), [post]: () => refused(new ServiceError('not-allowed')) })
  await openPanel()
  await press('1')
  await fill('回访时怎样说明的', '已说明')
  await press('Enter', { ctrlKey: true })
  await screen.findByText(new ServiceError('not-allowed').message)
  expect((screen.getByLabelText('回访时怎样说明的') as HTMLTextAreaElement).value).toBe('已说明')
})

const find = (receipt: string) => `GET /api/v1/staff/receipts/${receipt}`
const other = (more: Partial<StaffComplaint>): StaffComplaint => ({ ...complaint('passed', 3), id: 'c'.repeat(20), receipt: 'ZC-20261120-0003', text: '叫号屏不亮', ...more })

test('the other complaint is on screen before two are merged, and only then it is done', async () => {
  const { sent } = serve({ [get]: () => ok(complaint('accepted', 1)), [find('ZC-20261120-0003')]: () => ok(other({})), [post]: () => ok(complaint('closed', 2)) })
  await openPanel()
  await tap('并入另一件')
  await fill('并入哪一件（受理号）', '20261120 3')
  await press('Enter', { ctrlKey: true })
  await screen.findByText('请先看清要并入的是哪一件，再确认')
  await screen.findByText('叫号屏不亮')
  expect(zone('会并入这一件，请核对：')).toMatch(/ZC-20261120-0003.*已转办.*叫号屏不亮/)
  expect(sent).toEqual([])
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent).toEqual([{ action: 'merge', expectedVersion: 1, into: 'ZC-20261120-0003' }]))
})

test.each([
  ['20261123 7', '这就是现在看的这一件，请填另一件的受理号。'],
  ['20261120 9', '没有这个编号的找茬'],
  ['20261120 3', '这一件已经撤回、合并或不予受理，请选另一件。'],
])('into %s nothing is merged', async (typed, says) => {
  const { sent } = serve({ [get]: () => ok(complaint('accepted', 1)), [find('ZC-20261120-0003')]: () => ok(other({ state: 'declined' })) })
  await openPanel()
  await tap('并入另一件')
  await fill('并入哪一件（受理号）', typed)
  await screen.findByText(says)
  await press('Enter', { ctrlKey: true })
  expect(sent).toEqual([])
})

/** A phone with one photo to choose, and a store that takes it. */
function withPhoto(): void {
  Object.defineProperty(window.URL, 'createObjectURL', { configurable: true, value: () => 'blob:after' })
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function click(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [new File(['x'.repeat(2000)], 'after.jpg', { type: 'image/jpeg' })] })
    this.dispatchEvent(new Event('change'))
  })
  jest.spyOn(Taro, 'uploadFile').mockImplementation((({ success }: { success: (answer: { statusCode: number }) => void }) => { success({ statusCode: 204 }); return {} }) as never)
}
const photo = 'd'.repeat(20)
const tickets = {
  'POST /api/v1/staff/photos': () => ok({ id: photo, url: 'https://photos.example/', fields: {}, expiresAt: '2999-01-01T00:00:00.000Z' }),
  [`POST /api/v1/staff/photos/${photo}/uploaded`]: () => ok({ done: true }),
}

test('evidence photos stay when a form is put away and when somebody else was quicker, and are sent once', async () => {
  withPhoto()
  let stored = complaint('accepted', 1)
  let answer = () => refused(new ServiceError('version-conflict', { currentVersion: 2 }))
  const { sent } = serve({ ...tickets, [get]: () => ok(stored), [post]: () => answer() })
  const first = await openPanel()
  await tap('整改完成')
  await tap(/添加 0\/6/)
  await screen.findByText(/添加 1\/6/)
  await press('Escape')
  expect(screen.queryByText(/添加/)).toBeNull()
  first.unmount()
  await openPanel()
  await tap('整改完成')
  screen.getByText('已恢复上次没有提交的内容')
  screen.getByText(/添加 1\/6/)
  await fill('怎样整改的', '已换')
  stored = complaint('accepted', 2)
  await press('Enter', { ctrlKey: true })
  await screen.findByText(/刚刚有人处理过这件找茬/)
  screen.getByText(/添加 1\/6/)
  answer = () => ok(complaint('rectified', 3))
  await press('Enter', { ctrlKey: true })
  await waitFor(() => expect(sent.filter((body) => (body as { action?: string }).action === 'rectify')).toEqual([
    { action: 'rectify', expectedVersion: 1, text: '已换', photos: [photo] },
    { action: 'rectify', expectedVersion: 2, text: '已换', photos: [photo] },
  ]))
  await waitFor(() => expect(staffDrafts.get()).toEqual({}))
})

test('a photo that could not be sent is still there, with its reason and the way to send it again, when the form was cancelled and comes back', async () => {
  withPhoto()
  jest.spyOn(Taro, 'uploadFile').mockImplementation((({ fail }: { fail: (reason: unknown) => void }) => { fail({ errMsg: 'uploadFile:fail' }); return {} }) as never)
  serve({ ...tickets, [get]: () => ok(complaint('accepted', 1)) })
  await openPanel()
  await tap('整改完成')
  await tap(/添加 0\/6/)
  await screen.findByText('重新上传')
  await tap('取消')
  expect(screen.queryByText('重新上传')).toBeNull()
  await tap('整改完成')
  const again = await screen.findByText('重新上传')
  expect(again.closest('[role=alert]')?.textContent).toContain(new ServiceError('unavailable').message)
  withPhoto()
  await tap('重新上传')
  await waitFor(() => expect(screen.queryByText('重新上传')).toBeNull())
  screen.getByText(/添加 1\/6/)
  expect(Object.values(staffDrafts.get())[0]?.photos?.map(({ id }) => id)).toEqual([photo])
})
