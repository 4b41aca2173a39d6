import type { StaffActBody } from '@shared/complaints/acts'
import { namedFinding, publicationObstacles } from '@shared/complaints/personal-data'
import { monthOf } from '@shared/complaints/figures'
import { ServiceError } from '@shared/errors/service-error'
import type { ShownPhoto } from '../../photos/service'
import type { ComplaintRecord, Whole } from '../record'

/** What staff send to publish a question and its answer. */
export type PublishBody = Extract<StaffActBody, { action: 'publish' }>

/**
 * Whether what is to be published is free of personal data: nothing sure may be left in it, and everything doubtful must have been
 * confirmed by its words. `open` are the centre's own telephones.
 * @throws ServiceError `personal-data` with the findings by field
 */
export function checkPublication({ name, contact }: ComplaintRecord, body: PublishBody, open: readonly string[]): void {
  const fields: Record<string, string> = {}
  for (const field of ['question', 'answer', 'result'] as const) {
    const left = publicationObstacles(body[field] ?? '', { citizen: [name, contact], open }, body.confirmed)
    const must = left.filter((it) => it.sure).map(namedFinding)
    const may = left.filter((it) => !it.sure).map(namedFinding)
    const sentences = [must.length > 0 ? `请隐去${must.join('、')}。` : '', may.length > 0 ? `请隐去或确认${may.join('、')}。` : '']
    if (left.length > 0) fields[field] = sentences.join('')
  }
  if (Object.keys(fields).length > 0) throw new ServiceError('personal-data', { fields })
}

/** What becomes public of a complaint. */
export function publicTextOf(it: ComplaintRecord, { question, answer, result, before, after }: PublishBody): ComplaintRecord['publicText'] {
  return { question, answer, ...(result ? { result } : {}), ...(before ? { before: [...new Set(before)] } : {}), ...(after ? { after: [...new Set(after)] } : {}), month: monthOf(it) }
}

/** Every photo of a complaint: of its citizen and of those who put it right. */
export const photosOf = ({ complaint, events }: Whole): string[] => [...complaint.photos, ...events.flatMap((it) => it.photos)]

/**
 * Whether the photos that are to be published are the complaint's own, each either of before or of after, and can be seen by everybody now: `shown` are those for citizens.
 * @throws ServiceError `invalid-request` for the field
 */
export function checkPublicPhotos(whole: Whole, body: PublishBody, shown: ReadonlyMap<string, ShownPhoto>): void {
  const own = photosOf(whole)
  for (const field of ['before', 'after'] as const) {
    if (!(body[field] ?? []).every((id) => own.includes(id) && shown.get(id)?.url)) throw new ServiceError('invalid-request', { fields: { [field]: '只能公开这件找茬里已通过审核的照片' } })
  }
  if (body.before?.some((id) => body.after?.includes(id))) throw new ServiceError('invalid-request', { fields: { after: '同一张照片不能既是整改前又是整改后' } })
}
