import { ServiceError } from '@shared/errors/service-error'
import { orientationOf, type Orientation } from './exif'

/** What the structure of a picture's file says, before any pixel is decoded. */
export interface Structure {
  readonly width: number
  readonly height: number
  readonly orientation: Orientation
  /** Where the picture ends; whatever follows is no part of it. */
  readonly end: number
}

/** Scans of a progressive JPEG: cameras write about ten; thousands of them keep a decoder busy for minutes (libjpeg-turbo's "scan bomb"). */
const mostScans = 100

const exifHeader = [0x45, 0x78, 0x69, 0x66, 0, 0]

/** Baseline, extended and progressive, Huffman-coded: what cameras write and the decoder reads. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2
const isAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01

/** End of the entropy-coded data that begins at `at`: the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, at: number): number {
  for (let i = bytes.indexOf(0xff, at); i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1)) {
    const next = bytes[i + 1] as number
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i
  }
  throw new ServiceError('photo-broken')
}

/**
 * Walks a JPEG from marker to marker (ITU-T T.81, annex B) to its end.
 * @throws ServiceError `photo-broken` when it ends too early, has no picture, or more scans than any camera writes
 */
export function readJpeg(bytes: Uint8Array): Structure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = () => new ServiceError('photo-broken')
  let frame: { width: number; height: number } | undefined
  let orientation: Orientation = 1
  let scans = 0
  for (let at = 2; ;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw broken()
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) {
      if (!frame || scans === 0) throw broken()
      return { ...frame, orientation, end: at + 2 }
    }
    if (isAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) throw broken()
    const length = view.getUint16(at + 2)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) throw broken()
    if (isFrame(marker)) {
      if (frame || length < 8) throw broken()
      frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (marker === 0xe1 && exifHeader.every((byte, index) => bytes[at + 4 + index] === byte)) orientation = orientationOf(bytes.subarray(at + 10, next))
    if (marker === 0xda && (!frame || ++scans > mostScans)) throw broken()
    at = marker === 0xda ? endOfScan(bytes, next) : next
  }
}
