import type { Centre } from '@shared/centre/centre'
import { ServiceError } from '@shared/errors/service-error'
import type { Item } from '@shared/items/item'
import type { SearchEvent } from '@shared/items/search-routes'
import { replyParts, type Part } from '@shared/replies/parts'
import { foldKeyword, moreWords, replyTo, type Reply, type ReplyOccasion } from '@shared/replies/reply'
import type { SearchOptions, SearchResult } from '@shared/search'
import { errorFields, type Log } from '../platform/log'
import type { Suggestion } from '../platform/wechat/client'
import { oneSureHit } from './certain'
import { textOf, type LinkTargets } from './links'
import { field, keyOf, type Message } from './message'
import { verdictOf } from './photo-verdict'
import type { Shown, Talks } from './talk'
import { defaultWords, guideParts, nothingParts, noMore, opening, openingOfMore, pageSize, resultPage } from './words'

/** What an official account's message leads to. */
export interface Conversation {
  /** The text to answer with; empty: nothing is to be answered. */
  answer(centre: string, message: Message): Promise<string>
}

interface Dependencies {
  readonly centre: (id: string) => Promise<Centre>
  readonly search: (centre: string, question: string, options: Pick<SearchOptions, 'limit' | 'offset'>) => Promise<SearchResult>
  /** A published item. @throws ServiceError `not-found` */
  readonly item: (centre: string, id: string) => Promise<Item>
  readonly replies: (centre: string) => Promise<readonly Reply[]>
  readonly count: (centre: string, events: readonly SearchEvent[]) => Promise<void>
  readonly verdict: (centre: string, trace: string, suggest: Suggestion) => Promise<void>
  readonly talks: Talks
  readonly targets: LinkTargets
  readonly log: Log
}

/** Questions longer than this are not counted. */
const countedLength = 60

/** Somebody's message: who, which, what. */
interface Asked {
  readonly centre: Centre
  readonly openid: string
  /** The message's key: the same when WeChat sends it again. */
  readonly key: string
  readonly question: string
}

/** Answers messages: a keyword by the centre's own reply, a question by search, an event by what it asks for. The same message twice is answered alike and counted once. */
export function createConversation({ centre: centreOf, search, item, replies, count, verdict, talks, targets, log }: Dependencies): Conversation {
  const say = (parts: readonly Part[]) => textOf(parts, targets)
  const words = async (centre: Centre, occasion: Exclude<ReplyOccasion, 'keyword'>): Promise<Part[]> => {
    const own = (await replies(centre.id)).find((it) => it.occasion === occasion)
    return own ? replyParts(own.text, centre) : defaultWords(occasion, centre)
  }
  /** Writes down that a question was answered, and what was shown, and counts it; a count that cannot be written keeps nobody from the answer. */
  const noted = async ({ centre, openid, key, question }: Asked, found: number, shown?: Shown): Promise<void> => {
    const first = await talks.answered(centre.id, openid, key, shown)
    if (!first || question.length > countedLength) return
    await count(centre.id, [{ question, found }]).catch((error: unknown) => log.error('COUNT_FAILED', { centre: centre.id, ...errorFields(error) }))
  }
  /** The guide of an item; none when it has been withdrawn since the search data were made. */
  const guide = async (centre: Centre, id: string, others: number): Promise<Part[] | undefined> => {
    try {
      return guideParts(centre, await item(centre.id, id), others)
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'not-found') return undefined
      throw error
    }
  }
  const find = async (asked: Asked): Promise<string> => {
    const { centre, question } = asked
    const result = await search(centre.id, question, { limit: pageSize })
    const { hits, total, confidence } = result
    if (hits.length === 0) {
      const [own] = await Promise.all([words(centre, 'nothing'), noted(asked, 0)])
      return say(nothingParts(question, own))
    }
    const sure = oneSureHit(question, result)
    const answer = sure && (await guide(centre, sure.id, total - 1))
    const page = resultPage(targets, centre, { hits, from: 0, total, opening: opening(confidence, result.didYouMean), unsure: confidence !== 'sure' })
    const shown = answer && sure ? 1 : page.shown
    await noted(asked, total, { question, ids: hits.slice(0, shown).map(({ id }) => id), from: 0, next: shown })
    return say(answer ?? page.parts)
  }
  const more = async ({ centre, openid, key }: Asked): Promise<string> => {
    const last = await talks.last(centre.id, openid)
    if (!last) return say(noMore)
    const from = last.answers(key) ? last.from : last.next
    const { hits, total, confidence } = await search(centre.id, last.question, { limit: pageSize, offset: from })
    if (hits.length === 0) return say(noMore)
    const { parts, shown } = resultPage(targets, centre, { hits, from, total, opening: openingOfMore(last.question), unsure: confidence !== 'sure' })
    await talks.answered(centre.id, openid, key, { question: last.question, ids: hits.slice(0, shown).map(({ id }) => id), from, next: from + shown })
    return say(parts)
  }
  /** The guide of an item of the page that was last shown, by its number there. */
  const chosen = async ({ centre, openid }: Asked, number: number): Promise<string | undefined> => {
    const id = (await talks.last(centre.id, openid))?.ids[number - 1]
    const parts = id === undefined ? undefined : await guide(centre, id, 0)
    return parts && say(parts)
  }
  const ask = async (asked: Asked): Promise<string> => {
    const { centre, question } = asked
    const folded = foldKeyword(question)
    if (folded === '' || /^(帮助|help|你好|您好|在吗|hi|hello)$/.test(folded)) return say(await words(centre, 'help'))
    if (moreWords.some((word) => word === folded)) return more(asked)
    if (/^[1-5]$/.test(folded)) {
      const answer = await chosen(asked, Number(folded))
      if (answer) return answer
    }
    const own = replyTo(await replies(centre.id), question)
    return own ? say(replyParts(own.text, centre)) : find(asked)
  }
  return {
    async answer(id, message) {
      const kind = field(message, 'MsgType')
      const event = field(message, 'Event')
      if (kind === 'event' && event === 'wxa_media_check') {
        await verdict(id, field(message, 'trace_id'), verdictOf(message))
        return ''
      }
      const centre = await centreOf(id)
      if (kind === 'event' && event.toLowerCase() === 'subscribe') return say(await words(centre, 'follow'))
      // A menu's button asks what its key says.
      if (kind === 'event' && event !== 'CLICK') return ''
      const said = { text: 'Content', voice: 'Recognition', event: 'EventKey' }[kind]
      return ask({ centre, openid: field(message, 'FromUserName'), key: keyOf(message), question: said ? field(message, said).trim() : '' })
    },
  }
}
