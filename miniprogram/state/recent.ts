import { kept } from './kept'

/** Most searches remembered. */
export const mostRecent = 10

/** Puts a question first; said again it moves up; the oldest falls out. Blank ones are not remembered. */
export function remember(questions: readonly string[], question: string): readonly string[] {
  const text = question.trim()
  if (!text) return questions
  return [text, ...questions.filter((other) => other !== text)].slice(0, mostRecent)
}

/** What was searched on this device, newest first. */
export const recentQuestions = kept<readonly string[]>({
  key: 'recent-questions',
  version: 1,
  empty: [],
  parse: (value) => (Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string').slice(0, mostRecent) : undefined),
})
