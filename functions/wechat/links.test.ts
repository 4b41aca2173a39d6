import fc from 'fast-check'
import type { Part } from '@shared/replies/parts'
import { bytesOf, maxTextBytes, textOf } from './links'

const targets = { miniprogramAppid: 'wx0123456789abcdef', webUrl: 'https://example.invalid/' }
const words = fc.string({ unit: fc.constantFrom('社', '保', '卡', 'a', '<', '>', '"', ']]>', '\n', '😀', '&'), maxLength: 400 })
const link = fc.record({ label: words.map((it) => it.slice(0, 60)), page: fc.constant('pages/item/index'), query: fc.record({ id: fc.string({ minLength: 1, maxLength: 40 }) }) })
const parts = fc.array(fc.oneof(words, link) as fc.Arbitrary<Part>, { maxLength: 20 })
const whole = /<a href="[^"<>]*" data-miniprogram-appid="[^"<>]*" data-miniprogram-path="[^"<>]*">[^<>]*<\/a>/g

test('no answer is longer than WeChat takes, and no link in it is cut', () => {
  fc.assert(fc.property(parts, fc.integer({ min: 0, max: maxTextBytes }), (it, most) => {
    const text = textOf(it, targets, most)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most)
    // Outside whole links there is no bracket at all: neither half a link nor somebody's own tag.
    expect(text.replace(whole, '')).not.toMatch(/[<>]/)
    expect(text).not.toContain('\ufffd')
  }))
})

test('an answer that fits is sent as it is', () => {
  fc.assert(fc.property(parts, (it) => {
    const links = it.filter((part) => typeof part !== 'string').length
    if (bytesOf(it, targets) <= maxTextBytes) expect(textOf(it, targets).match(whole) ?? []).toHaveLength(links)
  }))
})

test('what is left out at the end is marked, so that nobody takes a part for the whole', () => {
  expect(textOf(['一二三四五六七八九十'], targets, 12)).toBe('一二三…')
  expect(textOf(['一', { label: '长', page: 'pages/item/index' }], targets, 20)).toBe('一…')
})

test('without a mini-program a link leads to the web app', () => {
  expect(textOf([{ label: '找茬', page: 'pages/complain/index' }], { ...targets, miniprogramAppid: '' })).toBe('<a href="https://example.invalid/#/pages/complain/index">找茬</a>')
})
