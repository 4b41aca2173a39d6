import type { Core } from '../../platform/core'
import { createItemServices } from '../item-services'
import { createServices } from '../services'

/** Scheduled work, every five minutes: photos whose check is late, reminders and marks of complaints that are due or overdue, subscribe messages to try again, and after midnight the public figures and what was asked the day before; after a deployment, snapshots of an older format. */
export function clockHandler(core: Core): () => Promise<void> {
  const { photoChecks, complaints, centres, messages } = createServices(core)
  const { questions, snapshots } = createItemServices(core)
  return async () => {
    const all = await centres.list()
    for (const centre of all) {
      await photoChecks.sweep(centre)
      const count = await complaints.clock.sweep(centre)
      if (count > 0) core.log.info('MARKED', { centre, count })
      core.log.info('OVERDUE', { centre, count: await complaints.clock.overdue(centre) })
      await complaints.clock.checkCalendar(centre)
      await complaints.figures.count(centre)
      // Completions are made from what was asked, so the snapshot of a new day has new ones.
      if (await questions.closeYesterday(centre)) await snapshots.build(centre)
      else await snapshots.renewFormat(centre)
    }
    const attempts = await messages.sendDue(all)
    if (attempts > 0) core.log.info('DELIVERIES_TRIED', { count: attempts })
  }
}
