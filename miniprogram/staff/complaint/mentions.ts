import type { Office } from '@shared/centre/centre'

const at = '[@＠]'
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Offices that a note speaks to with `@name`, in the centre's order; of two names that begin alike the longer one is meant. */
export function mentionsIn(text: string, offices: readonly Office[]): string[] {
  const byLength = [...offices].sort((a, b) => b.name.length - a.name.length)
  if (byLength.length === 0) return []
  const found = new Set<string>()
  const pattern = new RegExp(`${at}(${byLength.map(({ name }) => escaped(name)).join('|')})`, 'g')
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) found.add(hit[1])
  return offices.filter(({ name }) => found.has(name)).map(({ id }) => id)
}

/** Offices that may be meant by an `@` with which a text ends, best first; none when it ends with no such beginning. */
export function offeredFor(text: string, offices: readonly Office[]): Office[] {
  const begun = new RegExp(`${at}([^@＠\\s，。；、]{0,12})$`).exec(text)
  if (!begun) return []
  const [, word] = begun
  if (offices.some(({ name }) => name === word)) return []
  const starts = offices.filter(({ name }) => name.startsWith(word))
  return [...starts, ...offices.filter((it) => !starts.includes(it) && it.name.includes(word))]
}

/** A text whose begun `@` is completed with an office; one without gets it at its end. */
export function withMention(text: string, { name }: Pick<Office, 'name'>): string {
  const begun = new RegExp(`${at}[^@＠\\s，。；、]{0,12}$`)
  return begun.test(text) ? text.replace(begun, `@${name} `) : `${text}${text === '' || /\s$/.test(text) ? '' : ' '}@${name} `
}
