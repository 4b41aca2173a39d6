/** Who is told when a value changes. */
export interface Listeners {
  /** Tells this one from now on; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  /** Tells all of them. */
  readonly tell: () => void
}

/** A list of listeners, with nobody on it yet. */
export function listeners(): Listeners {
  const all = new Set<() => void>()
  return {
    subscribe: (listener) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
    tell: () => all.forEach((listener) => listener()),
  }
}
