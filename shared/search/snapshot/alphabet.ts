import type { Texts } from './runs'
import { packNumbers, unpackNumbers } from './varints'

/**
 * The code that a snapshot's texts are written in, made for each snapshot: its most frequent characters take one byte, the others two. So
 * gzip packs it an eighth smaller than UTF-16, of which it sees halves of characters, and reaches twice as far back.
 *
 * 0 ends a text; 1 … 239 are the most frequent characters; 240 … 254 and another byte are the others, 256 to a leading byte; 255 and two
 * bytes are the UTF-16 unit itself, high byte first, for whatever did not fit.
 */
const END = 0
const ONE_BYTE = 239
const TWO_BYTES = ONE_BYTE + 1
const UNCODED = 255
const MOST = ONE_BYTE + (UNCODED - TWO_BYTES) * 256

/** The characters (UTF-16 units) that have codes, in the order of these: the most frequent ones, most frequent first; then the others, ascending. */
export type Alphabet = Uint16Array

/** The alphabet that suits these texts best. */
export function makeAlphabet(all: readonly Texts[]): Alphabet {
  const counts = new Uint32Array(65536)
  for (const { units } of all) for (let at = 0; at < units.length; at++) counts[units[at]]++
  const ranked = Array.from(counts.keys()).filter((unit) => counts[unit] > 0).sort((a, b) => counts[b] - counts[a] || a - b)
  return Uint16Array.of(...ranked.slice(0, ONE_BYTE), ...ranked.slice(ONE_BYTE, MOST).sort((a, b) => a - b))
}

/** An alphabet as bytes: varints of the frequent characters, then of each other's distance to the one before (the first: to 0). */
export const packAlphabet = (alphabet: Alphabet): Uint8Array =>
  packNumbers(Array.from(alphabet, (unit, i) => (i > ONE_BYTE ? unit - alphabet[i - 1] : unit)))

/** The alphabet that `packAlphabet` packed. */
export function unpackAlphabet(bytes: Uint8Array): Alphabet {
  const alphabet = Uint16Array.from(unpackNumbers(bytes))
  for (let i = ONE_BYTE + 1; i < alphabet.length; i++) alphabet[i] += alphabet[i - 1]
  return alphabet
}

/** Bytes before the codes: how many texts there are, and how many units in all. */
const SIZES = 8

/** Writes texts in the alphabet's code, after how many they are and how many units they have (two words). */
export function encodeTexts({ starts, units }: Texts, alphabet: Alphabet): Uint8Array {
  const codes = new Map(Array.from(alphabet, (unit, i) => [unit, i + 1]))
  const bytes = new Uint8Array(SIZES + units.length * 3 + starts.length)
  new Uint32Array(bytes.buffer, 0, 2).set([starts.length - 1, units.length])
  let size = SIZES
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]; at < starts[text + 1]; at++) {
      const code = codes.get(units[at])
      if (code === undefined) {
        bytes[size++] = UNCODED
        bytes[size++] = units[at] >> 8
        bytes[size++] = units[at]
      } else if (code <= ONE_BYTE) bytes[size++] = code
      else {
        bytes[size++] = TWO_BYTES + ((code - TWO_BYTES) >> 8)
        bytes[size++] = code - TWO_BYTES
      }
    }
    bytes[size++] = END
  }
  return bytes.slice(0, size)
}

/** The texts that `encodeTexts` wrote. One pass: a process that has just started does nothing slower than this before its first answer. */
export function decodeTexts(bytes: Uint8Array, alphabet: Alphabet): Texts {
  const [count, length] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2)
  const starts = new Uint32Array(count + 1)
  const units = new Uint16Array(length)
  let text = 0
  let to = 0
  for (let at = SIZES; at < bytes.length; at++) {
    const code = bytes[at]
    if (code === END) starts[++text] = to
    else if (code < TWO_BYTES) units[to++] = alphabet[code - 1]
    else if (code < UNCODED) units[to++] = alphabet[ONE_BYTE + (code - TWO_BYTES) * 256 + bytes[++at]]
    else units[to++] = bytes[++at] * 256 + bytes[++at]
  }
  return { starts, units }
}
