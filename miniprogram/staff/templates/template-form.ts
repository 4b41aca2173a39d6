import * as v from 'valibot'
import { templateList, type Template } from '@shared/templates/template'
import { unknownMarks } from '@shared/templates/variables'
import { templates as texts } from '../../texts/staff/templates'

/** What is typed of one template. */
export type TemplateForm = Omit<Template, 'id'>

/** A template that is begun anew. */
export const newTemplate: TemplateForm = { name: '', actions: ['answer'], kinds: [], states: [], text: '' }

/** What is wrong with it, by field. */
export type TemplateProblems = Partial<Record<'name' | 'actions' | 'text', string>>

/** The list with this template in it, put in place of its former self; or what is wrong with it. */
export function withTemplate(list: readonly Template[], id: string, form: TemplateForm): { readonly templates: Template[] } | { readonly problems: TemplateProblems } {
  const next: Template = { ...form, id, name: form.name.trim(), text: form.text.trim() }
  const marks = unknownMarks(next.text)
  if (marks.length > 0) return { problems: { text: texts.form.wrongMarks(marks.join('、')) } }
  const known = list.some((it) => it.id === id)
  const parsed = v.safeParse(templateList, known ? list.map((it) => (it.id === id ? next : it)) : [...list, next])
  if (parsed.success) return { templates: parsed.output }
  const [issue] = parsed.issues
  const field = (['text', 'actions'] as const).find((one) => issue.path?.some(({ key }) => key === one)) ?? 'name'
  return { problems: { [field]: issue.message } }
}
