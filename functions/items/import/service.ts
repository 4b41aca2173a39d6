import { createHash } from 'node:crypto'
import type { Area } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import type { ImportPreview, ImportResult } from '@shared/items/import'
import { isoInstant, type Clock } from '../../platform/clock'
import { newId, type Randomness } from '../../platform/ids'
import { errorFields, type Log } from '../../platform/log'
import type { Editor } from '../service'
import type { ItemStore } from '../store'
import { planImport } from './plan'
import { readCatalogue, type CatalogueFormat } from './read'
import type { ImportRecord, ImportStore } from './store'

/** A catalogue file to be imported. */
export interface ImportFile {
  readonly format: CatalogueFormat
  readonly bytes: Uint8Array
  readonly withdrawMissing: boolean
  /** The rows are the project's sample, not the centre's own; guides then say so. */
  readonly sample?: boolean
}

/** Use cases of importing a catalogue. */
export interface ImportService {
  /** Writes nothing. */
  preview(by: Editor, file: ImportFile): Promise<ImportPreview>
  /**
   * All of the file, or nothing: readers see the former catalogue until the moment in which they see the new one, also after a crash.
   * @param digest of the preview
   * @throws ServiceError `import-rejected` for bad rows, `version-conflict` when file or catalogue is not what was previewed
   */
  commit(by: Editor, file: ImportFile, digest: string): Promise<ImportResult>
}

interface Dependencies {
  readonly items: ItemStore
  readonly imports: ImportStore
  readonly areas: (centre: string) => Promise<readonly Area[]>
  readonly now: Clock
  readonly random: Randomness
  readonly log: Log
}

/** Sentences in an error's answer; the preview has all of them. */
const shownProblems = 50
/** An import that has not finished after this time was killed: a Lambda runs 15 minutes at most. */
const abandonedAfterMs = 20 * 60_000

/** The import's use cases. */
export function createImportService({ items, imports, areas, now, random, log }: Dependencies): ImportService {
  const prepare = async (by: Editor, file: ImportFile) => {
    const head = await items.head(by.centre)
    const { items: rows, problems, ignored } = await readCatalogue(file.bytes, file.format, await areas(by.centre))
    const present = await items.all(by.centre, head.generation)
    const plan = planImport(present, { rows, withdrawMissing: file.withdrawMissing, sample: file.sample ?? false, at: isoInstant(now()), byName: by.name })
    const digest = createHash('sha256').update(`${head.generation} ${head.revision} ${file.withdrawMissing} ${file.sample ?? false} `).update(file.bytes).digest('hex')
    return { head, problems, ignored, plan, digest }
  }
  return {
    async preview(by, file) {
      const { problems, ignored, plan, digest } = await prepare(by, file)
      return { ...plan.counts, problems: [...problems], ignored: [...ignored], digest }
    },
    async commit(by, file, digest) {
      const { head, problems, plan, digest: present } = await prepare(by, file)
      if (problems.length > 0) {
        const fields = Object.fromEntries(problems.slice(0, shownProblems).map(({ row, column, problem }) => [`第 ${row} 行 ${column}`, problem]))
        throw new ServiceError('import-rejected', { fields })
      }
      if (digest !== present) throw new ServiceError('version-conflict')
      if (!plan.changes) return plan.counts
      const previous = await imports.previous(by.centre)
      const record: ImportRecord = { id: newId(random), state: 'staging', at: isoInstant(now()), byName: by.name, ...(previous ? { drop: previous } : {}) }
      await imports.begin(by.centre, record)
      await imports.stage(by.centre, record.id, plan.items, plan.former)
      if (!(await imports.flip(by.centre, record, head))) throw new ServiceError('version-conflict')
      log.info('IMPORT_DONE', { centre: by.centre, ...plan.counts })
      await imports.sweep(by.centre, isoInstant(now() - abandonedAfterMs)).catch((error: unknown) => log.warn('IMPORT_LEFTOVERS', { centre: by.centre, ...errorFields(error) }))
      return plan.counts
    },
  }
}
