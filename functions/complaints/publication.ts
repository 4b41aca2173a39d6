import type { StaffActBody } from '@shared/complaints/acts'
import { namedFinding, publicationObstacles } from '@shared/complaints/personal-data'
import { ServiceError } from '@shared/errors/service-error'
import type { ComplaintRecord } from './record'

/** What staff send to publish a question and its answer. */
export type PublishBody = Extract<StaffActBody, { action: 'publish' }>

/**
 * Whether what is to be published is free of personal data: nothing sure may be left in it, and everything doubtful must have been
 * confirmed by its words. `open` are the centre's own telephones.
 * @throws ServiceError `personal-data` with the findings by field
 */
export function checkPublication({ name, contact }: ComplaintRecord, body: PublishBody, open: readonly string[]): void {
  const fields: Record<string, string> = {}
  for (const field of ['question', 'answer'] as const) {
    const left = publicationObstacles(body[field], { citizen: [name, contact], open }, body.confirmed)
    const must = left.filter((it) => it.sure).map(namedFinding)
    const may = left.filter((it) => !it.sure).map(namedFinding)
    const sentences = [must.length > 0 ? `请隐去${must.join('、')}。` : '', may.length > 0 ? `请隐去或确认${may.join('、')}。` : '']
    if (left.length > 0) fields[field] = sentences.join('')
  }
  if (Object.keys(fields).length > 0) throw new ServiceError('personal-data', { fields })
}
