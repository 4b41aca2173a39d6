import { searchEntryOf } from '@shared/items/search-entry'
import { compileSnapshot, SNAPSHOT_FORMAT, type CompileInput } from '@shared/search'
import type { Clock } from '../../platform/clock'
import { errorFields, type Log } from '../../platform/log'
import type { WordService } from '../../words/service'
import type { ItemService } from '../service'
import type { SnapshotPointer, SnapshotStore } from './store'

/** What people asked, with the day of the count. */
export interface PastQuestions {
  readonly day: string
  readonly questions: NonNullable<CompileInput['questions']>
}

/** Makes search snapshots from what staff have published. */
export interface SnapshotBuilder {
  /** Makes a centre's snapshot anew, if anything that it is made from has changed. @returns the current one */
  build(centre: string): Promise<SnapshotPointer>
  /** Makes a centre's snapshot anew when a program of another format made it: after a deployment, which this program could not open. Else one small read. */
  renewFormat(centre: string): Promise<void>
}

interface Dependencies {
  readonly items: Pick<ItemService, 'catalogue' | 'revision'>
  readonly words: Pick<WordService, 'published' | 'publication'>
  readonly questions: { past(centre: string): Promise<PastQuestions> }
  readonly snapshots: SnapshotStore
  readonly now: Clock
  readonly log: Log
}

/** How `madeFrom` begins. */
const madeInFormat = `format ${SNAPSHOT_FORMAT},`

/** The builder. Two builds at once are harmless: the one that comes second sees that the current one has changed and looks again. */
export function createSnapshotBuilder({ items, words, questions, snapshots, now, log }: Dependencies): SnapshotBuilder {
  const tryBuild = async (centre: string): Promise<SnapshotPointer | undefined> => {
    const former = await snapshots.pointer(centre, true)
    const past = await questions.past(centre)
    // A new format makes a new snapshot after a deployment, though the centre's data is the same.
    const madeFromOf = (revision: number, publication: number) => `${madeInFormat} catalogue ${revision}, words ${publication}, questions ${past.day}`
    if (former && former.madeFrom === madeFromOf(await items.revision(centre), await words.publication(centre))) return former
    const [catalogue, published] = await Promise.all([items.catalogue(centre), words.published(centre)])
    const { number, lexicon, learned, pins } = published
    const madeFrom = madeFromOf(catalogue.revision, number)
    // The version is an instant, so that two builds at once never write under the same one.
    const version = Math.max(now(), (former?.version ?? 0) + 1)
    const shown = catalogue.items.filter((item) => item.state === 'published')
    const bytes = new Uint8Array(compileSnapshot({ items: shown.map(searchEntryOf), lexicon, learned, pins, questions: past.questions, version }))
    if (!(await snapshots.publish(centre, { version, madeFrom, bytes }, former))) return undefined
    log.info('SNAPSHOT_BUILT', { centre, version, items: shown.length, bytes: bytes.byteLength, words: number })
    return snapshots.pointer(centre, true)
  }
  const builder: SnapshotBuilder = {
    async build(centre) {
      try {
        for (let attempt = 0; attempt < 4; attempt++) {
          const built = await tryBuild(centre)
          if (built) return built
        }
        throw new Error('other builds came first four times')
      } catch (error) {
        log.error('SNAPSHOT_FAILED', { centre, ...errorFields(error) })
        throw error
      }
    },
    async renewFormat(centre) {
      const current = await snapshots.pointer(centre)
      if (current && !current.madeFrom.startsWith(madeInFormat)) await builder.build(centre)
    },
  }
  return builder
}
