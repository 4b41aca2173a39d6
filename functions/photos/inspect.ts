import { ServiceError } from '@shared/errors/service-error'
import { maxPhotoPixels } from '@shared/photos/photo'
import { readJpeg, type Structure } from './jpeg'
import { readPng } from './png'

/** First bytes of the formats that are taken, and who reads them. What the phone called the file does not matter: some call a PNG `.jpg`. */
const formats: readonly { readonly signature: readonly number[]; readonly read: (bytes: Uint8Array) => Structure }[] = [
  { signature: [0xff, 0xd8, 0xff], read: readJpeg },
  { signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], read: readPng },
]

const beginsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** HEIC, HEIF and AVIF name themselves after `ftyp`, WebP after `RIFF` and a length. */
function isOtherPhotoFormat(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 16))
  return /^.{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)/s.test(head) || /^RIFF.{4}WEBP/s.test(head)
}

/** Marks of what a browser, a reader or a server would run when the file reached it under another name. */
const active = /<script|<\?php|<html|<!doctype html|%pdf-/i
/** Beginnings of programs and archives after the end of the picture. */
const appended = /^[\0\s]*(MZ|\x7fELF|PK\x03\x04|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c)/
/** A ZIP's directory stands within its last 64 KB and 22 bytes; readers look for it from the end. */
const zipDirectory = 'PK\x05\x06'

/**
 * Whether the file is something else besides a picture (a polyglot). What phones append themselves passes: depth maps, a second
 * picture, the film of a motion photo. None of it is kept: the picture that people see is encoded anew.
 */
function isMixed(bytes: Uint8Array, end: number): boolean {
  const text = latin1(bytes)
  return active.test(text) || appended.test(text.slice(end, end + 1024)) || text.slice(-65_557).includes(zipDirectory)
}

/**
 * Looks at an uploaded file's bytes, without decoding a pixel: is it a JPEG or PNG, whole, nothing else besides, and no bigger than we decode?
 * @throws ServiceError `photo-format`, `photo-not-image`, `photo-broken`, `photo-too-many-pixels`, `photo-mixed`
 */
export function inspect(bytes: Uint8Array): Structure {
  if (isOtherPhotoFormat(bytes)) throw new ServiceError('photo-format')
  const format = formats.find(({ signature }) => beginsWith(bytes, signature))
  if (!format) throw new ServiceError('photo-not-image')
  const structure = format.read(bytes)
  const { width, height, end } = structure
  if (width === 0 || height === 0) throw new ServiceError('photo-broken')
  if (width * height > maxPhotoPixels) throw new ServiceError('photo-too-many-pixels')
  if (isMixed(bytes, end)) throw new ServiceError('photo-mixed')
  return structure
}
