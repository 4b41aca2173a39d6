import * as v from 'valibot'
import { centreId, day, text, wholeNumber } from '../api/fields'
import { complaintLimits } from '../complaints/limits'

/** Short id inside a centre's data (area, floor, office, window): letters, digits, dashes, e.g. `real-estate`, `1F`. */
export const localId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/, '只能用字母、数字和短横'))

const metres = v.pipe(v.number(), v.minValue(0), v.maxValue(1000))
const minutes = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, '应为 HH:MM'))

/** One floor (楼层). */
export const floor = v.strictObject({ id: localId, name: text(20), facilities: v.array(text(30)) })

/** Rectangle of the drawn plan on a floor, in units of the plan (origin top left). */
export const planPart = v.strictObject({ floor: localId, x: metres, y: metres, w: metres, h: metres })

/** Service area (综合办理区). */
export const area = v.strictObject({
  id: localId,
  name: text(30),
  floors: v.array(localId),
  /** What is handled there, a sentence. */
  what: text(300),
  telephone: v.optional(text(40)),
  plan: v.array(planPart),
})

/** Something else on the plan: entrance, lift, toilet, wedding hall … */
export const place = v.strictObject({ id: localId, name: text(30), floor: localId, kind: text(20), x: metres, y: metres, w: metres, h: metres })

/** Window (窗口); kind: general (综合受理), certificate (统一制发证) or complaint (找茬). */
export const serviceWindow = v.strictObject({ id: localId, name: text(30), area: v.optional(localId), floor: localId, kind: text(20) })

/** Weekday by ISO 8601: 1 Monday … 7 Sunday. */
const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))

/** Opening hours on some weekdays, in the centre's time (UTC+8), so that the phone can say "open now"; `what`: 工作时间, 非工作时间服务 … */
export const openingHours = v.strictObject({ days: v.pipe(v.array(weekday), v.minLength(1)), from: minutes, to: minutes, what: text(100), outsideWorkingTime: v.optional(v.boolean(), false) })

/** What the centre states of its 找茬 before it had this software; shown as 历史, and in none of the computed figures. */
export const complaintHistory = v.strictObject({
  from: day,
  until: day,
  received: wholeNumber,
  rectified: wholeNumber,
  /** Those of them that are told: when they were raised, what was said, what was decided and put right. */
  cases: v.array(v.strictObject({ day, question: text(500), answer: text(500), result: v.optional(text(500)) })),
})
/** What the centre states of its 找茬 before it had this software. */
export type ComplaintHistory = v.InferOutput<typeof complaintHistory>

/** Office (科室) that complaints can be passed to. */
export const office = v.strictObject({ id: localId, name: text(30) })

/** A centre (市民中心): everything in which centres differ, beside the catalogue and the calendar; data/centre.json. */
export const centre = v.pipe(v.strictObject({
  id: centreId,
  name: text(40),
  shortName: text(20),
  /** The data is a sample, to be replaced by the centre's own. */
  sample: v.boolean(),
  sampleNote: v.optional(text(300)),
  address: text(100),
  opened: v.optional(day),
  about: v.array(text(500)),
  floors: v.pipe(v.array(floor), v.minLength(1)),
  areas: v.pipe(v.array(area), v.minLength(1)),
  places: v.array(place),
  windows: v.array(serviceWindow),
  hours: v.array(openingHours),
  offices: v.pipe(v.array(office), v.minLength(1)),
  /** Office whose queue takes what no routing rule sends elsewhere; the first office when left out. */
  defaultOffice: v.optional(localId),
  /** Limits of 找茬. */
  complaints: v.optional(complaintLimits, {}),
  history: v.optional(complaintHistory),
  telephones: v.strictObject({ desk: text(40), complaint: text(40), hotline: text(40) }),
}), v.forward(v.partialCheck([['offices'], ['defaultOffice']], ({ offices, defaultOffice }) => defaultOffice === undefined || offices.some((it) => it.id === defaultOffice), '没有这个科室'), ['defaultOffice']))
/** A centre (市民中心). */
export type Centre = v.InferOutput<typeof centre>
/** Service area (综合办理区). */
export type Area = v.InferOutput<typeof area>
/** Office (科室). */
export type Office = v.InferOutput<typeof office>

/** Telephones of the centre's own: public, and nobody's contact. */
export const ownNumbers = ({ telephones, areas }: Pick<Centre, 'telephones' | 'areas'>): string[] => [...Object.values(telephones), ...areas.flatMap(({ telephone }) => telephone ?? [])]
