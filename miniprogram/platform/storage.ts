import Taro from '@tarojs/taro'

/** What the phone keeps under one name. */
export interface StoredRecord<T> {
  /** Name in the storage; never changes. */
  readonly key: string
  /** Raised when the shape changes in a way that `parse` of the old one would misread. */
  readonly version: number
  /** Value when nothing (or nothing usable) is stored. */
  readonly empty: T
  /** Makes sense of what was stored: also of an older version's or a damaged value; `undefined` when it cannot. Must not throw. */
  readonly parse: (value: unknown, version: number) => T | undefined
}

interface Envelope { readonly version: number; readonly value: unknown }

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && typeof (value as { version?: unknown }).version === 'number' && 'value' in value

/** Reads a record; storage that is refused, damaged or newer than this program reads as `empty`. */
export function read<T>(record: StoredRecord<T>): T {
  try {
    const stored: unknown = Taro.getStorageSync(record.key)
    if (!isEnvelope(stored) || stored.version > record.version) return record.empty
    return record.parse(stored.value, stored.version) ?? record.empty
  } catch {
    return record.empty
  }
}

/** Writes a record; false when the phone refuses (full, private browsing): what is on screen stays, it is only not kept. */
export function write<T>(record: StoredRecord<T>, value: T): boolean {
  try {
    Taro.setStorageSync(record.key, { version: record.version, value })
    return true
  } catch {
    return false
  }
}

/** Forgets a record. */
export function remove(record: { readonly key: string }): void {
  try {
    Taro.removeStorageSync(record.key)
  } catch {
    // A storage that refuses keeps nothing that could be forgotten.
  }
}
