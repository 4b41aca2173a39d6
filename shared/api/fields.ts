import * as v from 'valibot'

/** Division code of a centre (行政区划代码), e.g. 370214. */
export const centreId = v.pipe(v.string(), v.regex(/^\d{6}$/, '应为六位行政区划代码'))

/** Random id made by the server: 20 characters of Crockford's base 32, 100 bits. */
export const randomId = v.pipe(v.string(), v.regex(/^[0-9a-hjkmnp-tv-z]{20}$/, '格式不正确'))

/** Random key made by the phone, so that sending twice is one act; at least 96 bits. */
export const clientKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, '格式不正确'))

/** An instant: UTC, ISO-8601 with milliseconds, `2026-11-23T08:00:00.000Z`. */
export const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '时间格式不正确'))

/** A day of the calendar, `2026-11-23`, in China's time (UTC+8). */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, '日期格式不正确'))

/** Version of a stored record: 1 when new, one more with each write. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Text that must be there: trimmed, 1 to `max` UTF-16 units. */
export const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1, '请填写'), v.maxLength(max, `最多 ${max} 字`))

/** Text that may be empty: trimmed, up to `max` UTF-16 units. */
export const maybeText = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, `最多 ${max} 字`))

/** A count, or the version that a writer has seen where 0 is none: a whole number, not negative. */
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Path parameters of one version of a list that is kept as a whole. */
export const byNumber = v.strictObject({ number: v.pipe(v.string(), v.regex(/^\d{1,9}$/, '格式不正确')) })

/** Whole number in a query: text on the wire. */
export const countParameter = (min: number, max: number) =>
  v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.number(), v.integer(), v.minValue(min), v.maxValue(max))

/** Several values in a query, joined by commas on the wire; up to `max` values of up to 60 characters. */
export const listParameter = (max: number) =>
  v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((value) => (typeof value === 'string' ? value.split(',') : value).map((part) => part.trim()).filter(Boolean)),
    v.array(v.pipe(v.string(), v.maxLength(60))),
    v.maxLength(max),
  )

/** `1` for yes in a query. */
export const flagParameter = v.pipe(v.union([v.picklist(['1', '0']), v.boolean()]), v.transform((value) => value === true || value === '1'))

/** Where the next page of a list begins; opaque, given by the server. */
export const cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,600}$/, '格式不正确'))

/** No parameters, no query. */
export const nothing = v.strictObject({})

/** Answer of a request that has nothing to tell but that it is done. */
export const done = v.strictObject({ done: v.literal(true) })

/** Path parameters of every public and citizen route. */
export const inCentre = v.strictObject({ centre: centreId })
