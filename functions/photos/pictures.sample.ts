import { crc32, deflateSync } from 'node:zlib'
import { encode } from './codec'
import type { Picture } from './pixels'

/** Colours of the four quarters of a sample picture: upper left, upper right, lower left, lower right. */
export const quarters = [[200, 30, 30], [30, 160, 30], [30, 30, 200], [220, 220, 40]] as const

/** A picture whose four quarters have each their own colour, so that one sees how it was turned. */
export function sample(width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set([...quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!, 255], (y * width + x) * 4)
  }
  return { width, height, pixels }
}

const bytes = (...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))))
const u16 = (value: number) => [value >> 8, value & 255]
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)]

/** The north latitude that `exif` writes, in degrees, minutes and seconds; searched for in what people see. */
export const latitude = [36, 18, 27] as const

/** An Exif block (TIFF, big endian) with an orientation, the name of a camera, and a GPS position. */
export function exif(orientation: number): Uint8Array<ArrayBuffer> {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [...u16(tag), ...u16(type), ...u32(count), ...value]
  const camera = 'CAMERA-7\0'
  const ifd0 = 8 + 2 + 3 * 12 + 4
  const gps = ifd0 + camera.length + 1
  const rationals = gps + 2 + 2 * 12 + 4
  return bytes(
    'MM\0*', u32(8), u16(3),
    entry(0x010f, 2, camera.length, u32(ifd0)), entry(0x0112, 3, 1, [...u16(orientation), 0, 0]), entry(0x8825, 4, 1, u32(gps)), u32(0),
    camera, [0],
    u16(2), entry(1, 2, 2, [0x4e, 0, 0, 0]), entry(2, 5, 3, u32(rationals)), u32(0),
    latitude.flatMap((value) => [...u32(value), ...u32(1)]),
  )
}

/** A JPEG segment. */
export const segment = (marker: number, body: Uint8Array | string): Uint8Array<ArrayBuffer> => bytes([0xff, marker], u16(body.length + 2), body)

/** Puts segments behind the first two bytes of a JPEG. */
export const withSegments = (jpeg: Uint8Array, ...segments: Uint8Array[]): Uint8Array<ArrayBuffer> => bytes(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2))

/** A JPEG as a phone takes it: with an Exif block that says how it was held and where. */
export async function phoneJpeg(width = 64, height = 48, orientation = 1): Promise<Uint8Array<ArrayBuffer>> {
  return withSegments(await encode(sample(width, height), 90), segment(0xe1, bytes('Exif\0\0', exif(orientation))))
}

/** One chunk of a PNG. */
export function chunk(kind: string, body: Uint8Array | readonly number[] = []): Uint8Array<ArrayBuffer> {
  const named = bytes(kind, body)
  return bytes(u32(body.length), named, u32(crc32(named)))
}

/** A PNG with opacity, of any size that its header is told to claim. */
export function png({ width, height, pixels }: Picture, claimed: { width: number; height: number } = { width, height }): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_, y) => bytes([0], pixels.subarray(y * width * 4, (y + 1) * width * 4)))
  return bytes([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', [...u32(claimed.width), ...u32(claimed.height), 8, 6, 0, 0, 0]), chunk('IDAT', deflateSync(bytes(...rows))), chunk('IEND'))
}

export { bytes }
