import type { CitizenExport } from '@shared/accounts/routes'
import type { PhotoService } from '../photos/service'
import type { Follow } from './follow'
import { listKeys } from './keys'
import type { ComplaintLists } from './lists'
import type { EventRecord, Whole } from './record'
import { photosOf } from './steps/publication'
import { lookAgain } from './steps/step'
import type { ComplaintStore } from './store'
import type { Times } from './times'
import { citizenView } from './views'

/** A citizen's personal data in the complaints: to take away, and to delete. */
export interface ComplaintPersonalData {
  all(centre: string, citizen: string): Promise<CitizenExport['complaints']>
  /** Takes the citizen, contact, name and photos out of every complaint of theirs; what was said about the service stays. */
  forget(centre: string, citizen: string): Promise<void>
}

/** Those that the citizen sent; what staff took to show what was put right is the centre's. */
const citizensPhotosOf = ({ complaint, events }: Whole): string[] => [...complaint.photos, ...events.filter(({ by }) => by === 'citizen').flatMap((it) => it.photos)]

/** Export and deletion. */
export function createComplaintPersonalData({ store, lists, photos, times, follow }: { follow: Follow; store: ComplaintStore; lists: ComplaintLists; photos: PhotoService; times: Times }): ComplaintPersonalData {
  async function whole(centre: string, citizen: string): Promise<Whole[]> {
    const found = await lists.all(listKeys.citizen(centre, citizen))
    const all = await Promise.all(found.map((it) => store.get(centre, it.id)))
    return all.filter((it): it is Whole => it?.complaint.citizen === citizen)
  }

  /** False when somebody wrote in between. */
  async function forgetOne({ complaint }: Whole): Promise<boolean> {
    const { citizen: _, contact: __, name: ___, ...rest } = complaint
    const time = await times(complaint.centre, complaint.kind)
    const { at } = time
    const next = { ...rest, showName: false, photos: [], version: complaint.version + 1, updatedAt: at }
    const event: EventRecord = {
      centre: complaint.centre, complaint: complaint.id, number: next.version, at, action: 'note', state: complaint.state,
      by: 'citizen', byName: '市民', byRole: 'citizen', visibility: 'internal', note: '市民已注销，姓名、联系方式和照片已删除。', photos: [],
    }
    return (await store.write(complaint, { complaint: next, event, lookAgain: lookAgain(next, time) })) === 'written'
  }

  return {
    async all(centre, citizen) {
      const mine = await whole(centre, citizen)
      return Promise.all(mine.map(async (it) => ({
        ...citizenView(it, await photos.shown(centre, photosOf(it)), await times(centre, it.complaint.kind)),
        ...(it.complaint.contact ? { contact: it.complaint.contact } : {}),
        ...(it.complaint.name ? { name: it.complaint.name } : {}),
      })))
    },
    async forget(centre, citizen) {
      for (const id of await store.followed(centre, citizen)) await follow({ centre, id: citizen }, id, false)
      // The index follows the table with a short delay, and staff may write at the same time: again until nothing is left.
      for (let mine = await whole(centre, citizen); mine.length > 0; mine = await whole(centre, citizen)) {
        for (const it of mine) {
          await photos.removeAll(centre, citizensPhotosOf(it))
          await forgetOne(it)
        }
      }
    },
  }
}
