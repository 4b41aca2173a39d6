import * as v from 'valibot'
import { unknownMarks } from '@shared/replies/parts'
import { replyList, type Reply, type ReplyOccasion } from '@shared/replies/reply'
import { replies as texts } from '../../texts/staff/replies'

/** What is typed of one reply. */
export interface ReplyForm {
  readonly occasion: ReplyOccasion
  /** One keyword a line. */
  readonly keywords: string
  readonly text: string
}

/** What is wrong with it, by field. */
export type ReplyProblems = Partial<Record<'keywords' | 'text', string>>

/** The form of a stored reply. */
export const formOf = ({ occasion, keywords, text }: Reply): ReplyForm => ({ occasion, keywords: keywords.join('\n'), text })

/** The list with this reply in it, put in place of its former self; or what is wrong with it. */
export function withReply(list: readonly Reply[], id: string, form: ReplyForm): { readonly replies: Reply[] } | { readonly problems: ReplyProblems } {
  const keywords = form.occasion === 'keyword' ? form.keywords.split('\n').map((word) => word.trim()).filter(Boolean) : []
  const next: Reply = { id, occasion: form.occasion, keywords, text: form.text.trim() }
  const marks = unknownMarks(next.text)
  if (marks.length > 0) return { problems: { text: texts.form.wrongMarks(marks.join('、')) } }
  const known = list.some((it) => it.id === id)
  const parsed = v.safeParse(replyList, known ? list.map((it) => (it.id === id ? next : it)) : [...list, next])
  if (parsed.success) return { replies: parsed.output }
  const issue = parsed.issues[0]
  const inText = issue.path?.some(({ key }) => key === 'text') ?? false
  return { problems: { [inText ? 'text' : 'keywords']: issue.message } }
}
