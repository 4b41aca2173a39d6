import { checksum } from './checksum'
import { CHECKSUM_WORD, FORMAT_VERSION, HEADER_WORDS, MAGIC, SECTIONS, type SnapshotData } from './layout'
import type { Runs } from './runs'
import { SnapshotError } from './snapshot-error'

type Column = Uint8Array | Uint16Array | Uint32Array

/** Snapshots are little-endian and read in place; no phone or server in use is big-endian, but a wrong answer there must be an error. */
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Writes snapshot data into one buffer: header, section table (offset in bytes and length in elements of each column), columns aligned to 4. */
export function packSnapshot(data: SnapshotData): ArrayBuffer {
  if (!littleEndian) throw new SnapshotError('platform')
  const columns = SECTIONS.flatMap(([name, kind]): Column[] => {
    const section = data[name]
    if (kind !== 'texts' && kind !== 'bytes') return [section as Column]
    const runs = section as Runs<Uint8Array | Uint16Array>
    return [runs.lengths, runs.starts, runs.long, runs.units]
  })
  let size = (HEADER_WORDS + columns.length * 2) * 4
  const offsets = columns.map((column) => {
    const offset = size
    size += (column.byteLength + 3) & ~3
    return offset
  })
  const buffer = new ArrayBuffer(size)
  const words = new Uint32Array(buffer)
  words.set([MAGIC, FORMAT_VERSION, size, 0])
  columns.forEach((column, i) => {
    words.set([offsets[i], column.length], HEADER_WORDS + i * 2)
    new Uint8Array(buffer, offsets[i], column.byteLength).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  })
  words[CHECKSUM_WORD] = checksum(words, CHECKSUM_WORD)
  return buffer
}

/**
 * Views over a snapshot's bytes; nothing is copied when the bytes start at a multiple of four of their buffer.
 * @throws {SnapshotError} when they are foreign, newer, truncated or damaged
 */
export function unpackSnapshot(source: ArrayBuffer | Uint8Array): SnapshotData {
  if (!littleEndian) throw new SnapshotError('platform')
  const buffer = alignedBuffer(source)
  if (buffer.byteLength < HEADER_WORDS * 4) throw new SnapshotError(buffer.byteLength === 0 ? 'truncated' : 'foreign')
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  if (header[0] !== MAGIC) throw new SnapshotError('foreign')
  if (header[1] > FORMAT_VERSION) throw new SnapshotError('newer')
  if (header[2] > buffer.byteLength) throw new SnapshotError('truncated')
  if (header[1] !== FORMAT_VERSION || header[2] !== buffer.byteLength || header[2] % 4 !== 0) throw new SnapshotError('damaged')
  const words = new Uint32Array(buffer)
  if (checksum(words, CHECKSUM_WORD) !== words[CHECKSUM_WORD]) throw new SnapshotError('damaged')
  return viewSections(buffer, words)
}

function alignedBuffer(source: ArrayBuffer | Uint8Array): ArrayBuffer {
  if (!ArrayBuffer.isView(source)) return source
  const whole = source.byteOffset === 0 && source.byteLength === source.buffer.byteLength
  return (whole ? source.buffer : source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength)) as ArrayBuffer
}

function viewSections(buffer: ArrayBuffer, words: Uint32Array): SnapshotData {
  let at = HEADER_WORDS
  const next = <C extends Column>(Type: new (buffer: ArrayBuffer, offset: number, length: number) => C): C => {
    at += 2
    return new Type(buffer, words[at - 2], words[at - 1])
  }
  const data: Partial<Record<keyof SnapshotData, unknown>> = {}
  for (const [name, kind] of SECTIONS) {
    if (kind === 'u8') data[name] = next(Uint8Array)
    else if (kind === 'u16') data[name] = next(Uint16Array)
    else if (kind === 'u32') data[name] = next(Uint32Array)
    else data[name] = { lengths: next(Uint8Array), starts: next(Uint32Array), long: next(Uint32Array), units: kind === 'texts' ? next(Uint16Array) : next(Uint8Array) }
  }
  return data as unknown as SnapshotData
}
