import { useRef } from 'react'
import { ServiceError } from '@shared/errors/service-error'

/** What is edited, as it was read last. */
export interface Newest<T> {
  readonly current: () => T
  /** Sends what is made of it; when a colleague was quicker it is fetched anew, so that the next attempt goes out from what they wrote. @throws what `send` throws */
  readonly write: (send: (newest: T) => Promise<unknown>) => Promise<void>
}

/** Keeps the newest known state of what a sheet edits; `read` is what the page has. */
export function useNewest<T>(read: T, fetch: () => Promise<T>): Newest<T> {
  const newest = useRef(read)
  return {
    current: () => newest.current,
    write: async (send) => {
      try {
        await send(newest.current)
      } catch (error) {
        if (error instanceof ServiceError && error.code === 'version-conflict') newest.current = await fetch()
        throw error
      }
    },
  }
}
