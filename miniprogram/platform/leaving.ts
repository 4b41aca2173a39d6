/** Asks whether the page may be left: true for yes. */
type Ask = () => Promise<boolean>

interface Guard {
  readonly ask: Ask
  /** Stops watching: it is being left. */
  readonly release: () => void
}

/** The page on top has something that leaving would lose. */
let guard: Guard | undefined
/** The question that is being asked: who goes back twice is asked once. */
let asking: Promise<boolean> | undefined

/** Whether this page may be left; asks when it has something to lose. Who has said yes is not asked again. */
export async function mayLeave(): Promise<boolean> {
  const asked = guard
  if (!asked) return true
  asking ??= asked.ask().finally(() => { asking = undefined })
  const yes = await asking
  if (yes) asked.release()
  return yes
}

/** From now on whoever leaves this page is asked; `watch` begins to watch the ways that do not lead through `navigate.ts`, and gives what ends that. Gives what ends it all. */
export function guardLeaving(ask: Ask, watch: () => () => void): () => void {
  const unwatch = watch()
  const mine: Guard = {
    ask,
    release: () => {
      if (guard !== mine) return
      guard = undefined
      unwatch()
    },
  }
  guard?.release()
  guard = mine
  return mine.release
}
