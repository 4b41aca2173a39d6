import * as v from 'valibot'
import { suggestion, type Suggestion } from '../platform/wechat/client'

/** Numbers come as text in XML and as numbers in JSON. */
const number = v.pipe(v.union([v.number(), v.string()]), v.transform(Number))
const judged = v.object({ suggest: suggestion, errcode: v.optional(number, 0) })

/** Version 2 of the event: one verdict of all, and those of each strategy. */
const verdictV2 = v.object({
  errcode: v.optional(number, 0),
  result: v.optional(v.unknown()),
  detail: v.optional(v.unknown()),
})

/** Version 1, which old accounts still get: risky or not, and whether the photo could be fetched. */
const verdictV1 = v.object({ isrisky: number, status_code: v.optional(number, 0) })

const gravest: readonly Suggestion[] = ['risky', 'review', 'pass']

function worstOf(detail: unknown): Suggestion | undefined {
  const rows = (Array.isArray(detail) ? detail : [detail]).map((row) => v.safeParse(judged, row))
  // A strategy that failed has said nothing, and what was not looked at is for a person.
  const said = rows.map((row) => (row.success && row.output.errcode === 0 ? row.output.suggest : 'review'))
  return gravest.find((it) => said.includes(it))
}

/**
 * What WeChat's event `wxa_media_check` says of a photo, in either shape (mini-program documentation, mediaCheckAsync, version 2 and 1).
 * An error of WeChat's, or a shape that we do not know, is for a person: `review`.
 */
export function verdictOf(event: Readonly<Record<string, unknown>>): Suggestion {
  const former = v.safeParse(verdictV1, event)
  if (former.success) {
    const { isrisky, status_code: status } = former.output
    return status !== 0 ? 'review' : isrisky === 1 ? 'risky' : isrisky === 0 ? 'pass' : 'review'
  }
  const present = v.safeParse(verdictV2, event)
  if (!present.success || present.output.errcode !== 0) return 'review'
  const { result, detail } = present.output
  const whole = v.safeParse(judged, result)
  if (whole.success) return whole.output.suggest
  return detail === undefined ? 'review' : worstOf(detail) ?? 'review'
}
