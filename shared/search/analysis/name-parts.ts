/** Tags in brackets that say only which level of government exercises the item, not what it is. */
const LEVEL_TAG = /^(?:县级行使|县级|市级|省级|区级|乡镇级|市级 县级|省直|设区的市级权限|省级权限|市级权限|县级权限|指引)$/

/** Whether the folded text of a bracket is such a tag. */
export const isLevelTag = (text: string): boolean => LEVEL_TAG.test(text.trim())

/** A name's text outside brackets and, weighing less, inside them. */
export interface NameParts {
  readonly main: string
  readonly bracketed: string
}

/** Splits a folded name at its brackets (nested ones too) and drops tags such as （县级）. */
export function nameParts(folded: string): NameParts {
  let main = ''
  let bracketed = ''
  let current = ''
  let depth = 0
  for (const unit of folded) {
    if (unit === '(') {
      if (depth > 0) bracketed += ' ' + current
      else main += ' '
      current = ''
      depth++
    } else if (unit === ')' && depth > 0) {
      if (!isLevelTag(current)) bracketed += ' ' + current
      current = ''
      depth--
    } else if (depth > 0) current += unit
    else main += unit
  }
  if (depth > 0) bracketed += ' ' + current
  return { main, bracketed }
}
