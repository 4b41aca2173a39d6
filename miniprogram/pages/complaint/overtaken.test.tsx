/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import { replyDrafts } from '../../state/reply-drafts'
import ComplaintPage from './index'

const id = 'c'.repeat(20)
const session = { token: 't', expiresAt: '2099-01-01T00:00:00.000Z', citizen: { id: 'a'.repeat(20), kind: 'device', createdAt: '2026-11-23T01:00:00.000Z' } }
const before: CitizenComplaint = {
  id, receipt: 'ZC-20261123-0001', kind: 'pain', state: 'answered', text: '排队太久', where: {}, submittedAt: '2026-11-23T01:00:00.000Z', updatedAt: '2026-11-23T02:00:00.000Z', version: 3,
  photos: [], actions: ['reopen', 'reply'], published: false, reopens: 0, events: [], hasContact: false, showName: false,
}
const conflict = { error: { code: 'version-conflict', message: '别人刚刚更新了', currentVersion: 4, since: [{ what: '重新办理，原因：复查发现没有改到位', by: '中心', at: '2026-11-23T03:00:00.000Z' }] } }

/** The centre writes while the citizen does: the act is refused, and the complaint comes anew with these actions. */
async function overtaken(actions: CitizenComplaint['actions']) {
  let current = before
  jest.spyOn(Taro, 'getCurrentInstance').mockReturnValue({ router: { params: { id } } } as never)
  jest.spyOn(Taro, 'request').mockImplementation((async ({ url, method }: { url: string; method: string }) => {
    if (url.includes('/sessions/device')) return { statusCode: 201, data: JSON.stringify(session) }
    if (!url.includes('/complaints/')) return { statusCode: 503, data: '' }
    if (method === 'GET') return { statusCode: 200, data: JSON.stringify(current) }
    current = { ...before, version: 4, state: 'reopened', actions }
    return { statusCode: 409, data: JSON.stringify(conflict) }
  }) as never)
  await act(async () => { render(<ComplaintPage />) })
  await act(async () => fireEvent.click(screen.getByText('要求重新办理')))
  await act(async () => fireEvent.input(document.getElementById('reopen')!, { target: { value: '还是要等一小时' } }))
  await act(async () => fireEvent.click(screen.getByText('提交，重新办理')))
}

afterEach(() => {
  cleanup()
  replyDrafts.change(() => ({}))
  jest.restoreAllMocks()
})

test('the citizen reads what happened meanwhile and finds their words where they were', async () => {
  await overtaken(['reopen', 'reply'])
  expect(screen.getByText(/中心 · .* · 重新办理，原因：复查发现没有改到位/)).toBeTruthy()
  expect(screen.getByText('您写的内容还在，看过以后可以接着提交。')).toBeTruthy()
  expect(replyDrafts.get()[`${id} reopen`]?.text).toBe('还是要等一小时')
  expect(screen.getByText('提交，重新办理')).toBeTruthy()
})

test('where the step is no longer possible the words stay, and one tap puts them into an addition', async () => {
  await overtaken(['reply'])
  expect(screen.queryByText('提交，重新办理')).toBeNull()
  expect(screen.getByText('还是要等一小时')).toBeTruthy()
  await act(async () => fireEvent.click(screen.getByText('改为补充说明')))
  expect(replyDrafts.get()).toEqual({ [id]: { clientKey: '', text: '还是要等一小时', photos: [] } })
  expect((document.getElementById('reply') as HTMLTextAreaElement).defaultValue).toBe('还是要等一小时')
})
