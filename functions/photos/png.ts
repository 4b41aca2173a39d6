import { crc32 } from 'node:zlib'
import { ServiceError } from '@shared/errors/service-error'
import { orientationOf, type Orientation } from './exif'
import type { Structure } from './jpeg'

const signatureLength = 8

/**
 * Walks a PNG from chunk to chunk (W3C PNG, third edition) to its end, checking each chunk's sum.
 * @throws ServiceError `photo-broken` when it ends too early, was damaged, or has no picture
 */
export function readPng(bytes: Uint8Array): Structure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = () => new ServiceError('photo-broken')
  let frame: { width: number; height: number } | undefined
  let orientation: Orientation = 1
  let hasPixels = false
  for (let at = signatureLength; ;) {
    if (at + 12 > bytes.length) throw broken()
    const length = view.getUint32(at)
    const next = at + 12 + length
    if (next > bytes.length || crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) throw broken()
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!frame && (kind !== 'IHDR' || length !== 13)) throw broken()
    if (kind === 'IHDR') frame = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (kind === 'IDAT') hasPixels = true
    if (kind === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, at + 8 + length))
    if (kind === 'IEND') {
      if (!frame || !hasPixels) throw broken()
      return { ...frame, orientation, end: next }
    }
    at = next
  }
}
