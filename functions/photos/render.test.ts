import { bytes, latitude, phoneJpeg, png, quarters, sample, segment, withSegments } from './pictures.sample'
import { decode, encode } from './codec'
import { inspect } from './inspect'
import type { Picture } from './pixels'
import { blackenedCopy, cleaned } from './render'

const near = (a: readonly number[], b: readonly number[]) => a.every((value, index) => Math.abs(value - (b[index] as number)) <= 24)

/** Which quarter's colour stands in each corner, clockwise from the upper left corner by reading order. */
function corners({ width, height, pixels }: Picture): number[] {
  const at = (x: number, y: number) => Array.from(pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3))
  const [x1, x2, y1, y2] = [Math.floor(width / 4), Math.floor((width * 3) / 4), Math.floor(height / 4), Math.floor((height * 3) / 4)]
  return [at(x1, y1), at(x2, y1), at(x1, y2), at(x2, y2)].map((colour) => quarters.findIndex((quarter) => near(quarter, colour)))
}

const look = (jpeg: Uint8Array) => decode(jpeg, 4096)

test('position, camera, comment and whatever was appended are gone; the picture is there', async () => {
  const upload = bytes(withSegments(await phoneJpeg(80, 60), segment(0xfe, 'a comment'), segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')), new Uint8Array(900).fill(3))
  const position = bytes(latitude.flatMap((value) => [0, 0, 0, value, 0, 0, 0, 1]))
  expect(Buffer.from(upload).includes(Buffer.from(position))).toBe(true)
  const { full, small } = await cleaned(upload)
  for (const seen of [full, small]) {
    for (const trace of [Buffer.from(position), Buffer.from('Exif'), Buffer.from('CAMERA-7'), Buffer.from('comment'), Buffer.from('xmpmeta')]) expect(Buffer.from(seen).includes(trace)).toBe(false)
    expect(Buffer.from(seen).indexOf(Buffer.from([0xff, 0xe1]))).toBe(-1)
    expect(inspect(seen)).toMatchObject({ width: 80, height: 60, orientation: 1, end: seen.length })
    expect(corners(await look(seen))).toEqual([0, 1, 2, 3])
  }
})

test.each([
  [1, [0, 1, 2, 3]], [2, [1, 0, 3, 2]], [3, [3, 2, 1, 0]], [4, [2, 3, 0, 1]],
  [5, [0, 2, 1, 3]], [6, [2, 0, 3, 1]], [7, [3, 1, 2, 0]], [8, [1, 3, 0, 2]],
])('a photo that was held in way %i stands upright', async (orientation, wanted) => {
  const { full } = await cleaned(await phoneJpeg(96, 64, orientation))
  expect(inspect(full)).toMatchObject(orientation >= 5 ? { width: 64, height: 96 } : { width: 96, height: 64 })
  expect(corners(await look(full))).toEqual(wanted)
})

test('a large photo is made to fit 2,048 pixels and the small one 480, in its own proportions; a small photo is not blown up', async () => {
  const { full, small } = await cleaned(await encode(sample(3000, 1500), 90))
  expect(inspect(full)).toMatchObject({ width: 2048, height: 1024 })
  expect(inspect(small)).toMatchObject({ width: 480, height: 240 })
  expect(inspect((await cleaned(await phoneJpeg(30, 20))).full)).toMatchObject({ width: 30, height: 20 })
})

test('a PNG becomes a JPEG, and what was transparent becomes white', async () => {
  const picture = sample(40, 40)
  for (let at = 3; at < picture.pixels.length / 2; at += 4) picture.pixels[at] = 0
  const seen = await look((await cleaned(png(picture))).full)
  expect(Array.from(seen.pixels.subarray(0, 3)).every((value) => value > 245)).toBe(true)
  expect(corners(seen).slice(2)).toEqual([2, 3])
})

test('a JPEG that is whole to look at but cannot be decoded is refused, and the next photo is made all the same', async () => {
  const upload = await phoneJpeg(64, 48)
  const tables = Buffer.from(upload).indexOf(Buffer.from([0xff, 0xc4]))
  const damaged = upload.slice()
  damaged.fill(0xfe, tables + 4, tables + 24)
  await expect(cleaned(damaged)).rejects.toMatchObject({ code: 'photo-broken' })
  expect((await cleaned(upload)).full.length).toBeGreaterThan(100)
})

test('blacked-out parts are black in the pixels of both sizes, and nothing else is', async () => {
  const { full } = await cleaned(await phoneJpeg(400, 200))
  const black = await blackenedCopy(full, [{ x: 0, y: 0, width: 5000, height: 5000 }, { x: 7500, y: 7500, width: 1250, height: 2500 }])
  for (const jpeg of [black.full, black.small]) {
    const { width, height, pixels } = await look(jpeg)
    const at = (x: number, y: number) => Array.from(pixels.subarray((Math.floor(y * height) * width + Math.floor(x * width)) * 4, (Math.floor(y * height) * width + Math.floor(x * width)) * 4 + 3))
    for (let x = 0; x < 0.48; x += 0.03) for (let y = 0; y < 0.46; y += 0.03) expect(Math.max(...at(x, y))).toBeLessThan(12)
    for (let y = 0.77; y < 1; y += 0.05) expect(Math.max(...at(0.81, y))).toBeLessThan(12)
    expect([at(0.75, 0.25), at(0.25, 0.75), at(0.95, 0.9)].map((colour) => quarters.findIndex((quarter) => near(quarter, colour)))).toEqual([1, 2, 3])
  }
})

test('an area covers every pixel that it touches', async () => {
  const { full } = await cleaned(await phoneJpeg(100, 100))
  const { pixels } = await look((await blackenedCopy(full, [{ x: 0, y: 0, width: 1, height: 10_000 }, { x: 1599, y: 0, width: 801, height: 10_000 }])).full)
  expect(Math.max(...Array.from({ length: 7 }, (_, index) => pixels[(50 * 100 + 16 + index) * 4] as number))).toBeLessThan(40)
})
