import { fold } from '../analysis/fold'
import { isAlphanumeric, isHan } from '../analysis/characters'
import type { Range } from '../types'
import type { Question } from './question'

/** Ranges of a name that the question's words or their meanings explain; single characters only when nothing longer does. */
export function highlightName(question: Question, name: string): Range[] {
  const folded = fold(name)
  const marked = new Uint8Array(folded.length)
  let any = false
  const mark = (text: string): void => {
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
      marked.fill(1, at, at + text.length)
      any = true
    }
  }
  for (const text of pieces(question.text)) mark(text)
  for (const span of question.spans) for (const { text } of span.meanings) mark(text)
  if (!any) for (const character of question.text) if (isHan(character.charCodeAt(0))) mark(character)
  return rangesOf(marked)
}

/** Adjacent pairs of Han characters, and Latin runs. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isHan(unit) && i + 1 < text.length && isHan(text.charCodeAt(i + 1))) found.push(text.slice(i, i + 2))
    else if (isAlphanumeric(unit)) {
      const start = i
      while (i + 1 < text.length && isAlphanumeric(text.charCodeAt(i + 1))) i++
      found.push(text.slice(start, i + 1))
    }
  }
  return found
}

function rangesOf(marked: Uint8Array): Range[] {
  const ranges: Range[] = []
  for (let i = 0; i < marked.length; i++) {
    if (!marked[i]) continue
    const start = i
    while (i < marked.length && marked[i]) i++
    ranges.push([start, i])
  }
  return ranges
}
