import * as v from 'valibot'
import { instant, maybeText, randomId, text } from '../api/fields'
import { complaintKindList, type ComplaintKind } from '../complaints/kinds'
import { complaintStateList, type ComplaintState } from '../complaints/states'
import { unknownMarks } from './variables'

/** Actions whose text the citizen reads and a template may begin. */
export const templateActions = ['answer', 'ask', 'rectify', 'plan', 'decline', 'close', 'callBack'] as const

/** A text that staff begin an answer with (答复模板); variables in braces are filled from the complaint. */
export const template = v.strictObject({
  id: randomId,
  name: text(30),
  /** For these actions. */
  actions: v.pipe(v.array(v.picklist(templateActions)), v.minLength(1, '请至少选一个用途')),
  /** Only for these kinds; none: for all. */
  kinds: v.array(v.picklist(complaintKindList)),
  /** Only in these states; none: in all. */
  states: v.array(v.picklist(complaintStateList)),
  text: v.pipe(text(1000), v.check((it) => unknownMarks(it).length === 0, '有不认识的变量')),
})
/** A text that staff begin an answer with (答复模板). */
export type Template = v.InferOutput<typeof template>

/** All templates of a centre; each name once. */
export const templateList = v.pipe(
  v.array(template),
  v.maxLength(100, '最多 100 个模板'),
  v.check((list) => new Set(list.map(({ name }) => name)).size === list.length, '已经有同名的模板'),
)

/** One version of a centre's templates: who made it when, and why. */
export const templateVersion = v.strictObject({ number: v.number(), at: instant, byName: v.string(), note: maybeText(200), templates: v.number(), changed: v.array(v.string()) })
/** One version of a centre's templates. */
export type TemplateVersion = v.InferOutput<typeof templateVersion>

/** The templates for an action on a complaint of a kind in a state: those made for the kind or state before those for all. */
export function templatesFor(list: readonly Template[], action: string, { kind, state }: { readonly kind: ComplaintKind; readonly state: ComplaintState }): Template[] {
  const fitting = list.filter(({ actions, kinds, states }) =>
    actions.some((it) => it === action) && (kinds.length === 0 || kinds.includes(kind)) && (states.length === 0 || states.includes(state)))
  const closeness = ({ kinds, states }: Template) => Number(kinds.length > 0) + Number(states.length > 0)
  return [...fitting].sort((a, b) => closeness(b) - closeness(a))
}
