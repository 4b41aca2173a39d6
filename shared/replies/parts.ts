import type { Centre } from '../centre/centre'
import { hoursLines } from '../centre/opening-hours'

/** A link to a page of the app, by WeChat's path without a leading slash. */
export interface PageLink {
  readonly label: string
  readonly page: string
  readonly query?: Readonly<Record<string, string>>
}

/** What an answer of the official account is made of: plain text, and links that are kept whole. */
export type Part = string | PageLink

/** Pages that a reply may link to, by the name that staff write: `[我要找茬](找茬)`. */
export const replyPages: Readonly<Record<string, string>> = {
  查事项: 'pages/search/index',
  找茬: 'pages/complain/index',
  查进度: 'pages/complaints/index',
  公开答复: 'pages/answers/index',
  大厅: 'pages/hall/index',
}

/** The centre's hours, a line for each row of the table. */
const hoursText = (centre: Centre) => hoursLines(centre.hours).map(({ days, times, what }) => `${days} ${times}（${what}）`).join('\n')

/** Facts that a reply may name, so that staff keep them in one place: `{电话}`. */
export const replyFacts: Readonly<Record<string, (centre: Centre) => string>> = {
  中心名称: (centre) => centre.name,
  地址: (centre) => centre.address,
  工作时间: hoursText,
  电话: (centre) => centre.telephones.desk,
  找茬电话: (centre) => centre.telephones.complaint,
  热线: (centre) => centre.telephones.hotline,
}

/** One mark of a text: `[label](target)` or `{fact}`. */
interface Mark {
  readonly all: string
  readonly at: number
  readonly label: string
  readonly target: string
  readonly fact?: string
}

/** All marks of a text, in order. */
function marksOf(text: string): Mark[] {
  const mark = /\[([^[\]\n]{1,40})\]\(([^()\n]{1,100})\)|\{([^{}\n]{1,20})\}/g
  const found: Mark[] = []
  for (let it = mark.exec(text); it; it = mark.exec(text)) found.push({ all: it[0], at: it.index, label: it[1] ?? '', target: it[2] ?? '', ...(it[3] === undefined ? {} : { fact: it[3] }) })
  return found
}

const known = (names: object, name: string) => Object.prototype.hasOwnProperty.call(names, name)

/** An item's page, when a reply links to an item by its code. */
const itemTarget = /^[0-9A-Za-z._-]{1,100}$/

/** Marks in a text that name no page and no fact, as they are written; empty: the text is right. */
export function unknownMarks(text: string): string[] {
  return marksOf(text).filter(({ target, fact }) => (fact === undefined ? !known(replyPages, target) && !itemTarget.test(target) : !known(replyFacts, fact))).map(({ all }) => all)
}

/** A reply as it is sent: facts filled in, links made. What is no mark that is known stays as it is written. */
export function replyParts(text: string, centre: Centre): Part[] {
  const parts: Part[] = []
  const say = (words: string) => {
    const last = parts[parts.length - 1]
    if (words === '') return
    if (typeof last === 'string') parts[parts.length - 1] = last + words
    else parts.push(words)
  }
  let from = 0
  for (const { all, at, label, target, fact } of marksOf(text)) {
    say(text.slice(from, at))
    from = at + all.length
    if (fact !== undefined) say(known(replyFacts, fact) ? replyFacts[fact](centre) : all)
    else if (known(replyPages, target)) parts.push({ label, page: replyPages[target] })
    else if (itemTarget.test(target)) parts.push({ label, page: 'pages/item/index', query: { id: target } })
    else say(all)
  }
  say(text.slice(from))
  return parts
}
