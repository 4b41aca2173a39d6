/** Numbers as varints (unsigned LEB128): seven bits a byte, low bits first; the high bit means "more". */

/** Packs integers 0 ≤ value < 2³². */
export function packNumbers(values: Iterable<number>): Uint8Array {
  const bytes: number[] = []
  for (let value of values) {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}

/** The numbers that `packNumbers` packed. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  let count = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] < 128) count++
  const values = new Uint32Array(count)
  let value = 0
  let shift = 0
  let next = 0
  for (let at = 0; at < bytes.length; at++) {
    value |= (bytes[at] & 127) << shift
    shift += 7
    if (bytes[at] < 128) {
      values[next++] = value
      value = shift = 0
    }
  }
  return values
}
