import { ByteList } from '../snapshot/bytes'

/** A list of integers ≥ 0 as varints. */
export function encodeNumbers(values: readonly number[]): Uint8Array {
  const bytes = new ByteList()
  values.forEach((value) => bytes.varint(value))
  return bytes.toArray()
}
