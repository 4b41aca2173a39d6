import { useSyncExternalStore } from 'react'
import { listeners } from '../platform/listeners'
import { read, write, type StoredRecord } from '../platform/storage'

/** A value that the phone keeps and that pages follow. */
export interface Kept<T> {
  readonly get: () => T
  /** Changes the value, keeps it, and tells the pages that show it. */
  readonly change: (how: (value: T) => T) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A kept value over a record; read from the storage when first asked for. */
export function kept<T>(record: StoredRecord<T>): Kept<T> {
  let value: { readonly is: T } | undefined
  const changes = listeners()
  const get = () => (value ??= { is: read(record) }).is
  return {
    get,
    change: (how) => {
      value = { is: how(get()) }
      write(record, value.is)
      changes.tell()
    },
    subscribe: changes.subscribe,
  }
}

/** The value, as a page follows it. */
export function useKept<T>(it: Kept<T>): T {
  return useSyncExternalStore(it.subscribe, it.get)
}
