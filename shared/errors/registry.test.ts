import { errors, isErrorCode, nextSteps, type ErrorCode } from './registry'
import { fromErrorBody, ServiceError, toErrorBody } from './service-error'

const codes = Object.keys(errors) as ErrorCode[]

test.each(codes)('“%s” has an error status, a Chinese sentence, and a next step that the phone knows', (code) => {
  const { status, message, next } = errors[code] as { status: number; message: string; next?: string }
  expect(status).toBeGreaterThanOrEqual(400)
  expect(message).toMatch(/^[\u4e00-\u9fff].*。$/)
  if (next) expect(Object.keys(nextSteps)).toContain(next)
})

test('what the server sends is what the phone understands', () => {
  for (const code of codes) {
    const error = new ServiceError(code, { fields: { text: '请填写' }, currentVersion: 3 })
    const back = fromErrorBody(error.status, JSON.parse(JSON.stringify(toErrorBody(error))))
    expect(back).toMatchObject({ code, status: error.status, detail: { fields: { text: '请填写' }, currentVersion: 3 } })
  }
})

test('names of object members are no error codes', () => {
  expect(isErrorCode('constructor')).toBe(false)
  expect(isErrorCode('__proto__')).toBe(false)
})
