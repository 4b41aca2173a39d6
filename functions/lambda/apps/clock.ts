import type { Core } from '../../platform/core'
import { createServices } from '../services'

/** Scheduled work, every five minutes: photos whose check is late, and how many complaints are overdue. */
export function clockHandler(core: Core): () => Promise<void> {
  const { photoChecks, complaints, centres } = createServices(core)
  return async () => {
    await photoChecks.sweep()
    for (const centre of await centres.list()) core.log.info('OVERDUE', { centre, count: await complaints.staff.overdue(centre) })
  }
}
