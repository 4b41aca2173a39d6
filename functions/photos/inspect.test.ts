import { bytes, chunk, phoneJpeg, png, sample, segment, withSegments } from './pictures.sample'
import { inspect } from './inspect'

let jpeg: Uint8Array<ArrayBuffer>
const picture = png(sample(20, 10))
beforeAll(async () => { jpeg = await phoneJpeg(64, 48, 6) })

const codeOf = (file: Uint8Array) => {
  try {
    inspect(file)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a JPEG says its size and how it was held; a PNG its size', () => {
  expect(inspect(jpeg)).toEqual({ width: 64, height: 48, orientation: 6, end: jpeg.length })
  expect(inspect(picture)).toEqual({ width: 20, height: 10, orientation: 1, end: picture.length })
})

test('a web page, a PDF, a program, text and nothing are no photos, whatever they are called', () => {
  for (const file of ['<!doctype html><script>alert(1)</script>', '%PDF-1.7', 'MZ\x90\0', 'hello', '', 'GIF89a', 'BM']) expect(codeOf(bytes(file))).toBe('photo-not-image')
})

test('HEIC, AVIF and WebP are told apart from what is no photo at all, so that the person learns what to do', () => {
  for (const file of ['\0\0\0\x18ftypheic\0\0\0\0', '\0\0\0\x1cftypmif1\0\0\0\0', '\0\0\0\x1cftypavif\0\0\0\0', 'RIFF\x24\0\0\0WEBPVP8 ']) expect(codeOf(bytes(file))).toBe('photo-format')
})

test('a photo that was cut off anywhere is refused, at every single byte', () => {
  for (const file of [jpeg, picture]) {
    for (let length = 8; length < file.length; length++) expect(codeOf(file.subarray(0, length))).toBe('photo-broken')
  }
})

test('a PNG in which one byte was changed is refused', () => {
  for (let at = 8; at < picture.length; at++) {
    const damaged = picture.slice()
    damaged[at] = (damaged[at] as number) ^ 0x55
    expect(codeOf(damaged)).toBe('photo-broken')
  }
})

test('a small file that claims more pixels than a phone takes is refused before anything is decoded', () => {
  expect(codeOf(png(sample(20, 10), { width: 60_000, height: 60_000 }))).toBe('photo-too-many-pixels')
  expect(codeOf(png(sample(20, 10), { width: 10_000, height: 5_101 }))).toBe('photo-too-many-pixels')
  const bomb = jpeg.slice()
  const frame = Buffer.from(bomb).indexOf(Buffer.from([0xff, 0xc0]))
  bomb.set([0xff, 0xff, 0xff, 0xff], frame + 5)
  expect(codeOf(bomb)).toBe('photo-too-many-pixels')
})

test('a picture without width or height, and a JPEG with thousands of scans, are refused', () => {
  expect(codeOf(png(sample(20, 10), { width: 0, height: 10 }))).toBe('photo-broken')
  const scan = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]))
  const scans = jpeg.slice(scan, -2)
  expect(codeOf(bytes(jpeg.subarray(0, -2), ...Array.from({ length: 5 }, () => scans), [0xff, 0xd9]))).toBe('taken')
  expect(codeOf(bytes(jpeg.subarray(0, -2), ...Array.from({ length: 100 }, () => scans), [0xff, 0xd9]))).toBe('photo-broken')
})

test('a photo that is a page, a script, a document, an archive or a program as well is refused', () => {
  const zip = bytes('PK\x05\x06', new Uint8Array(18))
  const polyglots = [
    bytes(jpeg, '<script>alert(1)</script>'), withSegments(jpeg, segment(0xfe, '<?php system($_GET[0]); ?>')), withSegments(jpeg, segment(0xfe, '%PDF-1.4')),
    bytes(jpeg, 'PK\x03\x04', new Uint8Array(40), zip), bytes(jpeg, new Uint8Array(300), zip), bytes(jpeg, 'MZ\x90\0'), bytes(jpeg, '\x7fELF\x02'), bytes(jpeg, 'Rar!\x1a\x07'),
    bytes(picture, '<!DOCTYPE html>'), bytes(picture.subarray(0, 33), chunk('tEXt', bytes('Comment\0<HTML>')), picture.subarray(33)),
  ]
  for (const file of polyglots) expect(codeOf(file)).toBe('photo-mixed')
})

test('what phones append themselves is no reason to refuse: a second picture, a film, zeros, a maker\'s block', () => {
  for (const tail of [jpeg, bytes('\0\0\0\x18ftypmp42\0\0\0\0', new Uint8Array(500).fill(0x80)), new Uint8Array(4096), bytes('vivo{"v":1}')]) expect(codeOf(bytes(jpeg, tail))).toBe('taken')
})

test('no file whatever makes the look crash: every outcome has a sentence for the person', () => {
  let seed = 7
  const next = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff)
  const outcomes = new Set<string>()
  for (let round = 0; round < 3000; round++) {
    const file = (round % 2 ? jpeg : picture).slice(0, 40 + (next() % 900))
    for (let change = 0; change < 4; change++) file[8 + (next() % (file.length - 8))] = next() & 255
    outcomes.add(codeOf(file))
  }
  expect([...outcomes].every((code) => /^(taken|photo-[a-z-]+)$/.test(code))).toBe(true)
})
