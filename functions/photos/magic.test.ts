import { looksLike } from './magic'

const bytes = (...values: number[]) => new Uint8Array(values)

test('a JPEG and a PNG are known by their first bytes', () => {
  expect(looksLike('image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe1, 0))).toBe(true)
  expect(looksLike('image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(true)
})

test('a web page, a PDF, nothing, and a photo of the other kind are refused', () => {
  const page = new TextEncoder().encode('<!doctype html>')
  for (const head of [page, new TextEncoder().encode('%PDF-1.7'), bytes(), bytes(0xff, 0xd8)]) {
    expect(looksLike('image/jpeg', head)).toBe(false)
    expect(looksLike('image/png', head)).toBe(false)
  }
  expect(looksLike('image/png', bytes(0xff, 0xd8, 0xff, 0xe1))).toBe(false)
})
