import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { centre as centreSchema, type Centre } from '@shared/centre/centre'
import { readRouting } from '@shared/complaints/routing'
import { readSuggestionWords } from '@shared/complaints/suggestion'
import { ServiceError } from '@shared/errors/service-error'
import { createServices } from '../functions/lambda/services'
import type { Core } from '../functions/platform/core'
import { parseLexicon } from '@shared/search'
import { createCatalogueImport } from '../functions/lambda/import-service'
import { createItemServices } from '../functions/lambda/item-services'
import { createReplies } from '../functions/lambda/reply-service'
import { createTemplateService } from '../functions/templates/service'
import { lexiconWords } from '../functions/words/lexicon-words'
import { readGolden } from './catalogue/golden'
import { readReplies } from './first-replies'
import { readTemplates } from './first-templates'
import { readCalendar } from './read-calendar'
import type { LocalStaff } from './staff'

/** What the first start loaded. */
export interface FirstData {
  id: string
  /** False: it was there already. */
  loaded: boolean
  items: number
}

/** `data/centre.json`. @throws Error naming the place that is wrong */
export function readCentre(root: string): Centre {
  const parsed = v.safeParse(centreSchema, JSON.parse(readFileSync(join(root, 'data/centre.json'), 'utf8')))
  if (parsed.success) return parsed.output
  const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue)}：${issue.message}`).join('；')
  throw new Error(`data/centre.json 有误：${wrong}`)
}

/** `data/routing.csv` and `data/suggestion-words.csv`. @throws Error naming every row that is wrong */
function readCentreRouting(root: string, centre: Centre) {
  const read = (name: string) => readFileSync(join(root, 'data', name), 'utf8')
  const routing = readRouting(read('routing.csv'), centre)
  const words = readSuggestionWords(read('suggestion-words.csv'), centre)
  const wrong = [...routing.problems.map((it) => `data/routing.csv ${it.message}`), ...words.problems.map((it) => `data/suggestion-words.csv ${it.message}`)]
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return { rules: routing.entries, words: words.entries }
}

/** The sample catalogue, through the import that staff use, with the project's words and golden questions, and the snapshot made of them. */
async function loadItems(core: Core, centre: Centre, root: string): Promise<number> {
  const { words, snapshots } = createItemServices(core)
  const imports = createCatalogueImport(core, { get: async () => centre })
  const by = { centre: centre.id, name: '首次载入' }
  const { entries } = parseLexicon(readFileSync(join(root, 'data/synonyms.csv'), 'utf8'))
  await words.begin(by, lexiconWords(entries), readGolden(readFileSync(join(root, 'data/golden-questions.csv'), 'utf8')))
  const source = { format: 'csv', bytes: readFileSync(join(root, 'data/catalogue.csv')), withdrawMissing: false, sample: true } as const
  const { digest } = await imports.preview(by, source)
  const { rows } = await imports.commit(by, source, digest)
  await snapshots.build(centre.id)
  return rows
}

/**
 * Load the first centre once: its data and calendar, its catalogue and words, and an administrator with this machine's sign-in. What is
 * there already is left alone, so a start that was killed in the middle is completed by the next.
 */
export async function firstData({ core, root, staff }: { core: Core; root: string; staff: LocalStaff }): Promise<FirstData> {
  const centre = readCentre(root)
  const services = createServices(core)
  // Also for a centre that was loaded before there were replies or answer templates.
  await createReplies(core).begin({ centre: centre.id, name: '首次载入' }, readReplies(root))
  await createTemplateService(core.dynamo, core.config.tables.centres, core.now).begin({ centre: centre.id, name: '首次载入' }, readTemplates(root))
  const routing = readCentreRouting(root, centre)
  const known = await services.centres.get(centre.id).then(() => true, () => false)
  // Rules came later than centres: one that has none gets them, one that has its own keeps them.
  if (known) await services.centres.putRouting(centre.id, routing, 'first')
  if (known) await services.centres.enlist(centre.id)
  if (known) return { id: centre.id, loaded: false, items: 0 }
  await services.accounts.admin.create(centre.id, 'start', { username: staff.username, name: '系统管理员', role: 'admin', password: staff.password }, false).catch((error: unknown) => {
    if (!(error instanceof ServiceError && error.code === 'username-taken')) throw error
  })
  const items = await loadItems(core, centre, root)
  // The centre comes last: it is the sign that the rest is complete.
  await services.centres.putRouting(centre.id, routing)
  await services.centres.put(centre, readCalendar(join(root, 'data/calendar.csv')))
  return { id: centre.id, loaded: true, items }
}
