import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { templateList, type Template } from '@shared/templates/template'
import { derivedId } from '../functions/platform/ids'

const firstTemplates = v.array(v.looseObject({ name: v.string() }))

/** `data/templates.json`: the first answer templates. @throws Error naming the place that is wrong */
export function readTemplates(root: string): Template[] {
  const written = v.parse(firstTemplates, JSON.parse(readFileSync(join(root, 'data/templates.json'), 'utf8')))
  const parsed = v.safeParse(templateList, written.map((it) => ({ id: derivedId(`template ${it.name}`), ...it })))
  if (parsed.success) return parsed.output
  throw new Error(`data/templates.json 有误：${parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}：${issue.message}`).join('；')}`)
}
