import { decodeTexts, encodeTexts, makeAlphabet, packAlphabet, unpackAlphabet, type Alphabet } from './alphabet'
import { checksum } from './checksum'
import { CHECKSUM_WORD, FORMAT_VERSION, HEADER_WORDS, MAGIC, SECTIONS, type Kind, type SnapshotData } from './layout'
import type { Lists, Texts } from './runs'
import { SnapshotError } from './snapshot-error'
import { packNumbers, unpackNumbers } from './varints'

type Column = Uint8Array | Uint32Array
type Section = SnapshotData[keyof SnapshotData]

/** Snapshots are little-endian and read in place; no phone or server in use is big-endian, but a wrong answer there must be an error. */
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Writes snapshot data into one buffer: header, column table (offset in bytes and length in elements of each), columns aligned to 4. */
export function packSnapshot(data: SnapshotData): ArrayBuffer {
  if (!littleEndian) throw new SnapshotError('platform')
  const alphabet = makeAlphabet(SECTIONS.filter(([, kind]) => kind === 'texts').map(([name]) => data[name] as Texts))
  const columns = [packAlphabet(alphabet), ...SECTIONS.flatMap(([name, kind]) => columnsOf(kind, data[name], alphabet))]
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

function columnsOf(kind: Kind, section: Section, alphabet: Alphabet): Column[] {
  if (kind === 'texts') return [encodeTexts(section as Texts, alphabet)]
  if (kind === 'numbers') return [packNumbers(section as Uint32Array)]
  if (kind === 'lists') return [packNumbers(lengthsOf(section as Lists)), packNumbers((section as Lists).units)]
  return [section as Column]
}

const lengthsOf = ({ starts }: Lists): number[] => Array.from(starts.subarray(1), (end, i) => end - starts[i])

/**
 * A snapshot's data: views over its bytes, nothing is copied when these start at a multiple of four of their buffer. Texts and packed numbers
 * are unpacked when they are first asked for.
 * @throws {SnapshotError} when the bytes are foreign, of another version, truncated or damaged
 */
export function unpackSnapshot(source: ArrayBuffer | Uint8Array): SnapshotData {
  if (!littleEndian) throw new SnapshotError('platform')
  const buffer = alignedBuffer(source)
  if (buffer.byteLength < HEADER_WORDS * 4) throw new SnapshotError(buffer.byteLength === 0 ? 'truncated' : 'foreign')
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  if (header[0] !== MAGIC) throw new SnapshotError('foreign')
  if (header[1] !== FORMAT_VERSION) throw new SnapshotError(header[1] > FORMAT_VERSION ? 'newer' : 'older')
  if (header[2] > buffer.byteLength) throw new SnapshotError('truncated')
  if (header[2] !== buffer.byteLength || header[2] % 4 !== 0) throw new SnapshotError('damaged')
  const words = new Uint32Array(buffer)
  if (checksum(words, CHECKSUM_WORD) !== words[CHECKSUM_WORD]) throw new SnapshotError('damaged')
  return viewSections(buffer, words)
}

function alignedBuffer(source: ArrayBuffer | Uint8Array): ArrayBuffer {
  if (!ArrayBuffer.isView(source)) return source
  const whole = source.byteOffset === 0 && source.byteLength === source.buffer.byteLength
  return (whole ? source.buffer : source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength)) as ArrayBuffer
}

/** A function that makes its value when first called and then keeps it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function viewSections(buffer: ArrayBuffer, words: Uint32Array): SnapshotData {
  let at = HEADER_WORDS
  const next = <C extends Column>(Type: new (buffer: ArrayBuffer, offset: number, length: number) => C): C => {
    at += 2
    return new Type(buffer, words[at - 2], words[at - 1])
  }
  const packedAlphabet = next(Uint8Array)
  const alphabet = once(() => unpackAlphabet(packedAlphabet))
  const data = {} as SnapshotData
  for (const [name, kind] of SECTIONS) Object.defineProperty(data, name, { get: sectionOf(kind, next, alphabet), enumerable: true })
  return data
}

/** A getter of the section whose columns come next. */
function sectionOf(kind: Kind, next: <C extends Column>(Type: new (buffer: ArrayBuffer, offset: number, length: number) => C) => C, alphabet: () => Alphabet): () => Section {
  if (kind === 'u32') {
    const column = next(Uint32Array)
    return () => column
  }
  const column = next(Uint8Array)
  if (kind === 'u8') return () => column
  if (kind === 'texts') return once(() => decodeTexts(column, alphabet()))
  if (kind === 'numbers') return once(() => unpackNumbers(column))
  const values = next(Uint8Array)
  return once(() => ({ starts: startsAfter(unpackNumbers(column)), units: unpackNumbers(values) }))
}

function startsAfter(lengths: Uint32Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + lengths[i]
  return starts
}
