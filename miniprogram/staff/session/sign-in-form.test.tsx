/** @jest-environment jsdom */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { ServiceError, toErrorBody } from '@shared/errors/service-error'
import type { ErrorCode } from '@shared/errors/registry'
import { staffSession } from '../../platform/staff-session'
import { SignInForm } from './sign-in-form'

const answer = (status: number, body: unknown) => jest.spyOn(Taro, 'request').mockImplementation((async () => ({ statusCode: status, data: JSON.stringify(body) })) as never)
const fill = (username: string, password: string) => {
  fireEvent.input(screen.getByLabelText('用户名'), { target: { value: username } })
  fireEvent.input(screen.getByLabelText('密码'), { target: { value: password } })
}

beforeAll(() => { Element.prototype.scrollIntoView = () => undefined })
beforeEach(() => Taro.clearStorageSync())
afterEach(() => jest.restoreAllMocks())

test.each<[ErrorCode, string]>([
  ['sign-in-failed', '用户名或密码不正确。'],
  ['account-locked', '密码多次输错，账号已锁定 15 分钟，请稍后再试。'],
  ['account-disabled', '账号已停用，请联系管理员。'],
])('%s is said in the registry\'s words, and what was typed stays', async (code, sentence) => {
  const error = new ServiceError(code)
  answer(error.status, toErrorBody(error))
  render(<SignInForm onDone={() => undefined} />)
  fill('window.3', 'wrong-password')
  fireEvent.keyDown(screen.getByLabelText('密码'), { key: 'Enter' })
  await screen.findByText(sentence)
  expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('window.3')
  expect(staffSession()).toBeUndefined()
})

test('a sign-in keeps the session and goes on', async () => {
  const account = { id: 'aaaaaaaaaaaaaaaaaaaa', centre: '370214', username: 'window.3', name: '3 号窗口', role: 'window', disabled: false, mustChangePassword: true, createdAt: '2026-11-01T00:00:00.000Z', version: 1 }
  answer(201, { token: 't', expiresAt: '2999-01-01T00:00:00.000Z', account })
  const onDone = jest.fn()
  render(<SignInForm onDone={onDone} />)
  fill('window.3', 'first-password')
  fireEvent.click(screen.getByText('登录'))
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(onDone.mock.calls[0][0].account.mustChangePassword).toBe(true)
  expect(staffSession()?.token).toBe('t')
})

test('nothing is sent while a field is empty', () => {
  const request = answer(500, {})
  render(<SignInForm onDone={() => undefined} />)
  fill('window.3', '')
  fireEvent.click(screen.getByText('登录'))
  screen.getByText('请填写用户名和密码')
  expect(request).not.toHaveBeenCalled()
})
