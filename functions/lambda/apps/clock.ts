import type { Core } from '../../platform/core'
import { createItemServices } from '../item-services'
import { createServices } from '../services'

/** Scheduled work, every five minutes: photos whose check is late, how many complaints are overdue, and after midnight what was asked the day before. */
export function clockHandler(core: Core): () => Promise<void> {
  const { photoChecks, complaints, centres } = createServices(core)
  const { questions, snapshots } = createItemServices(core)
  return async () => {
    await photoChecks.sweep()
    for (const centre of await centres.list()) {
      core.log.info('OVERDUE', { centre, count: await complaints.staff.overdue(centre) })
      // Completions are made from what was asked, so the snapshot of a new day has new ones.
      if (await questions.closeYesterday(centre)) await snapshots.build(centre)
    }
  }
}
