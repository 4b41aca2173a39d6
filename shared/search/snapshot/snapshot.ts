import type { SnapshotData } from './layout'
import { unpackSnapshot } from './pack'
import { textAt } from './runs'

/** An open snapshot: the views over its bytes, and what modules derive from them. */
export class Snapshot {
  readonly data: SnapshotData
  readonly itemCount: number
  /** The publisher's version, as given to the compiler. */
  readonly version: number
  /** Whatever a module derives from the data once and keeps, by its own key. */
  readonly derived = new Map<string, unknown>()

  constructor(data: SnapshotData) {
    this.data = data
    const [itemCount, , versionLow, versionHigh] = data.numbers
    this.itemCount = itemCount
    this.version = versionHigh * 2 ** 32 + versionLow
  }

  /** Official name of an item, as published. */
  name(item: number): string {
    return textAt(this.data.names, item)
  }

  /** Id of an item. */
  id(item: number): string {
    return textAt(this.data.ids, item)
  }

  /** Code of an item, lower case; empty when it has none. */
  code(item: number): string {
    return textAt(this.data.codes, item)
  }

  /** The value kept under `key`, made on first use. */
  derive<T>(key: string, make: () => T): T {
    if (!this.derived.has(key)) this.derived.set(key, make())
    return this.derived.get(key) as T
  }
}

/**
 * Opens a snapshot in place; nothing is parsed.
 * @throws {SnapshotError} when the bytes are not a whole, undamaged snapshot of a known version
 */
export const openSnapshot = (bytes: ArrayBuffer | Uint8Array): Snapshot => new Snapshot(unpackSnapshot(bytes))
