import { complaintStateList } from '@shared/complaints/states'
import type { CentreService } from '../../centre/service'
import { listKeys, storedStates } from '../keys'
import type { ComplaintLists } from '../lists'
import type { ComplaintStore } from '../store'
import { caseFacts } from './case-facts'
import type { FiguresStore } from './store'

/** Keeps the facts of a complaint as it is now; false when those of this or a later version are there, or there is no such complaint. */
export type KeepFacts = (centre: string, id: string) => Promise<boolean>

/** Facts from the complaint with its events, into the figures table. */
export const createKeepFacts = ({ store, facts, centres }: { store: Pick<ComplaintStore, 'get'>; facts: Pick<FiguresStore, 'keep'>; centres: Pick<CentreService, 'calendar'> }): KeepFacts =>
  async (centre, id) => {
    const whole = await store.get(centre, id)
    return whole !== undefined && facts.keep(centre, caseFacts(whole, await centres.calendar(centre)))
  }

const pageSize = 100
/** Complaints that are read and written at once. */
const atOnce = 10

/**
 * Keeps the facts of every complaint of a centre. It goes through the lists by state, a page at a time; a complaint that changes its state
 * meanwhile and is missed there has its facts kept by its step. Twice is once.
 */
export async function fillFacts(centre: string, { lists, keepFacts }: { lists: Pick<ComplaintLists, 'merged'>; keepFacts: KeepFacts }): Promise<{ seen: number; filled: number }> {
  const seen = new Set<string>()
  let filled = 0
  for (const state of complaintStateList.flatMap(storedStates)) {
    for (let from: string | undefined, more = true; more; ) {
      const page = await lists.merged([listKeys.state(centre, state)], { from, limit: pageSize, newestFirst: false })
      for (let at = 0; at < page.length; at += atOnce) {
        const kept = await Promise.all(page.slice(at, at + atOnce).map(({ id }) => keepFacts(centre, id)))
        filled += kept.filter(Boolean).length
      }
      for (const { id } of page) seen.add(id)
      from = page[page.length - 1]?.order
      // A page may be shorter than asked for, for the database ends it at 1 MB.
      more = page.length > 0
    }
  }
  return { seen: seen.size, filled }
}
