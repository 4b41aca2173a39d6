import type { CentreService } from '../centre/service'
import { createImportService, type ImportService } from '../items/import/service'
import { createImportStore } from '../items/import/store'
import { createItemStore } from '../items/store'
import type { Core } from '../platform/core'

/** Wires the import of catalogues; apart from the other services, for it brings the readers of spreadsheets. */
export function createCatalogueImport({ config, dynamo, now, random, log }: Core, centres: Pick<CentreService, 'get'>): ImportService {
  return createImportService({
    items: createItemStore(dynamo, config.tables.items),
    imports: createImportStore(dynamo, config.tables.items),
    areas: async (centre) => (await centres.get(centre)).areas,
    now, random, log,
  })
}
