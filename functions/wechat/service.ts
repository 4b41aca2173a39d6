import type { Centre } from '@shared/centre/centre'
import type { SearchEvent } from '@shared/items/search-routes'
import type { SearchResult } from '@shared/search'
import { field, type Message } from './message'
import type { Once } from './once'
import { help, resultText, welcome, type LinkTargets } from './words'

/** Verdicts that WeChat pushes on photos. */
export const suggestions = ['pass', 'review', 'risky'] as const
/** Verdict on a photo. */
export type Suggestion = (typeof suggestions)[number]

/** What an official account's message leads to. */
export interface Conversation {
  /** The text to answer with; empty: nothing is to be answered. */
  answer(centre: string, message: Message): Promise<string>
}

interface Dependencies {
  readonly centre: (id: string) => Promise<Centre>
  readonly search: (centre: string, question: string) => Promise<SearchResult>
  readonly count: (centre: string, events: readonly SearchEvent[]) => Promise<void>
  readonly verdict: (centre: string, trace: string, suggest: Suggestion) => Promise<void>
  readonly once: Once
  readonly targets: LinkTargets
}

/** Questions longer than this are not counted. */
const countedLength = 60

/** Answers messages: a question by search, an event by what it asks for. The same message twice is answered twice and counted once. */
export function createConversation({ centre: centreOf, search, count, verdict, once, targets }: Dependencies): Conversation {
  const find = async (centre: Centre, question: string, key: string): Promise<string> => {
    const result = await search(centre.id, question)
    if (question.length <= countedLength && (await once(centre.id, key))) await count(centre.id, [{ question, found: result.total }])
    return resultText(targets, centre, question, result)
  }
  return {
    async answer(id, message) {
      const kind = field(message, 'MsgType')
      const event = field(message, 'Event')
      if (kind === 'event' && event === 'wxa_media_check') {
        const suggest = suggestions.find((it) => it === field(message, 'result', 'suggest'))
        // Without a verdict the photo waits for a person: the sweep finds it.
        if (suggest) await verdict(id, field(message, 'trace_id'), suggest)
        return ''
      }
      const centre = await centreOf(id)
      if (kind === 'event') return event.toLowerCase() === 'subscribe' ? welcome(targets, centre) : event === 'CLICK' ? help(targets, centre) : ''
      const question = (kind === 'text' ? field(message, 'Content') : kind === 'voice' ? field(message, 'Recognition') : '').trim()
      if (question === '' || /^(帮助|help|\?|？|你好|您好)$/i.test(question)) return help(targets, centre)
      return find(centre, question, field(message, 'MsgId') || `${field(message, 'FromUserName')}#${field(message, 'CreateTime')}`)
    },
  }
}
