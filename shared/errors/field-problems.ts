import type * as v from 'valibot'
import type { FieldProblems } from './service-error'

/** Sentence for one problem that a schema found; the schema's own sentence wins over valibot's, which begins with “Invalid” and quotes the input. */
function sentence(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message
  const wanted = issue.requirement
  switch (issue.type) {
    case 'strict_object': return issue.expected === 'never' ? '不认识的内容' : issue.expected === 'Object' ? '格式不正确' : '请填写'
    case 'min_length': return wanted === 1 ? '请填写' : `至少 ${String(wanted)} 个`
    case 'max_length': return `最多 ${String(wanted)} 个`
    case 'min_value': return `不能小于 ${String(wanted)}`
    case 'max_value': return `不能大于 ${String(wanted)}`
    case 'picklist':
    case 'literal':
    case 'variant':
    case 'union': return '请从给出的选项中选择'
    case 'string': return issue.input === undefined || issue.input === null ? '请填写' : '应为文字'
    case 'number':
    case 'integer': return '应为整数'
    case 'boolean': return '应为“是”或“否”'
    case 'array': return '应为列表'
    default: return '格式不正确'
  }
}

/** What a schema found, as Chinese sentences by dotted field path; a problem of the whole is under `''`. */
export function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblems {
  const problems: Record<string, string> = {}
  for (const issue of issues) {
    const path = (issue.path ?? []).map((part) => String(part.key)).join('.').slice(0, 200)
    if (!(path in problems)) problems[path] = sentence(issue)
  }
  return problems
}
