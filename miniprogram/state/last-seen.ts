import * as v from 'valibot'
import { kept } from './kept'

/** Something that the server gave, and when. */
export interface Seen<T> {
  readonly key: string
  /** The instant; none in what an older version of the app kept. */
  readonly at?: string
  readonly value: T
}

/** What was last seen of one kind, for places without a network. */
export interface LastSeen<T> {
  readonly of: (key: string) => Seen<T> | undefined
  readonly keep: (key: string, value: T, at: string) => void
  readonly forget: () => void
  /** Calls the listener when anything changes; gives the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Puts something first among what was seen. */
const seenFirst = <T>(list: readonly Seen<T>[], it: Seen<T>, most: number): readonly Seen<T>[] => [it, ...list.filter(({ key }) => key !== it.key)].slice(0, most)

/**
 * Keeps the last `most` answers of one kind under `name`; the one longest unseen falls out, and one that the schema no longer knows is left out.
 * `before` makes entries of what version 1 kept under this name.
 */
export function lastSeen<T>(name: string, schema: v.GenericSchema<unknown, T>, most: number, before: (value: unknown) => readonly unknown[] = () => []): LastSeen<T> {
  const entry = v.object({ key: v.string(), at: v.optional(v.string()), value: schema })
  const store = kept<readonly Seen<T>[]>({
    key: name,
    version: 2,
    empty: [],
    parse: (value, version) => {
      const list = version < 2 ? before(value) : value
      if (!Array.isArray(list)) return undefined
      return list.flatMap((one) => {
        const parsed = v.safeParse(entry, one)
        return parsed.success ? [parsed.output as Seen<T>] : []
      })
    },
  })
  return {
    of: (key) => store.get().find((one) => one.key === key),
    keep: (key, value, at) => store.change((list) => seenFirst(list, { key, at, value }, most)),
    forget: () => store.change(() => []),
    subscribe: store.subscribe,
  }
}
