import { randomBytes } from 'node:crypto'
import * as wecom from '@wecom/crypto'
import fc from 'fast-check'
import { CryptoError, decrypt, encrypt, signatureOf, signed } from './crypto'

const WXBizMsgCrypt = require('wechat-crypto') as new (token: string, key: string, id: string) => {
  getSignature(timestamp: string, nonce: string, encrypted: string): string
  encrypt(text: string): string
  decrypt(text: string): { message: string; id: string }
}

const token = 'AAAAA'
const appid = 'wx0123456789abcdef'
const keyOf = () => randomBytes(32).toString('base64').slice(0, 43)
// The last character of an EncodingAESKey carries 4 bits only.
const key = `${'abcdefghijklmnopqrstuvwxyz0123456789ABCDEF'}A`
const text = fc.string({ unit: fc.constantFrom('社', '保', 'a', '<', ']]>', '\n', '😀', ' ') })

test.each([
  ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
])('the signature of WeChat\'s published example is the published one', (timestamp, nonce, signature) => {
  expect(signatureOf(token, timestamp, nonce)).toBe(signature)
  expect(signed(signature, token, timestamp, nonce)).toBe(true)
  expect(signed(signature.replace('8', '9'), token, timestamp, nonce)).toBe(false)
  expect(signed('', token, timestamp, nonce)).toBe(false)
})

test('what wechat-crypto encrypts we decrypt, and back; the signatures agree', () => {
  const peer = new WXBizMsgCrypt(token, key, appid)
  fc.assert(fc.property(text.filter((it) => it !== ''), (message) => {
    expect(decrypt(key, peer.encrypt(message))).toEqual({ message, appid })
    const ours = encrypt(key, message, appid, randomBytes)
    expect(peer.decrypt(ours)).toMatchObject({ message, id: appid })
    expect(peer.getSignature('1', '2', ours)).toBe(signatureOf(token, '1', '2', ours))
  }), { numRuns: 50 })
})

test('what @wecom/crypto encrypts we decrypt, and back', () => {
  fc.assert(fc.property(text, (message) => {
    expect(decrypt(key, wecom.encrypt(key, message, appid))).toEqual({ message, appid })
    expect(wecom.decrypt(key, encrypt(key, message, appid, randomBytes))).toMatchObject({ message, id: appid })
  }), { numRuns: 50 })
})

test('another key, damage or nonsense is an error, never a message', () => {
  const sealed = encrypt(key, '社保卡丢了', appid, randomBytes)
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  for (const bad of ['', 'AAAA', bytes.toString('base64'), sealed.slice(0, 24)]) expect(() => decrypt(key, bad)).toThrow(CryptoError)
  expect(() => decrypt('short', sealed)).toThrow(CryptoError)
  let opened = 0
  for (let i = 0; i < 200; i++) {
    try { if (decrypt(keyOf(), sealed).appid === appid) opened++ } catch (error) { expect(error).toBeInstanceOf(CryptoError) }
  }
  expect(opened).toBe(0)
})
