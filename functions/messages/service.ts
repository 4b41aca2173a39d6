import { ServiceError } from '@shared/errors/service-error'
import type { Message } from '@shared/messages/message'
import type { Core } from '../platform/core'
import { fromCursor, toCursor } from '../platform/cursor'
import { WechatError } from '../platform/wechat/call'
import type { Wechat } from '../platform/wechat/client'
import { progressData } from './subscribe'
import type { MessageStore } from './store'

/** A step of a complaint of which a citizen is told: whose it is, or who follows it. */
export interface ProgressNews {
  readonly centre: string
  readonly citizen: string
  readonly complaint: string
  readonly receipt: string
  /** Number of the event in the complaint. */
  readonly number: number
  /** The citizen's own complaint that the message opens. */
  readonly opens?: string
  /** The public case that the message opens, for who only follows it. */
  readonly shows?: string
  readonly at: string
  /** Name of the state, e.g. 已答复. */
  readonly stateName: string
  readonly text: string
}

/** The citizen's inbox (消息). */
export interface MessageService {
  list(centre: string, citizen: string, cursor: string | undefined): Promise<{ messages: Message[]; unread: number; cursor?: string }>
  /** @throws ServiceError `not-found` */
  read(centre: string, citizen: string, id: string): Promise<void>
  /** Puts news into the inbox and, as a courtesy, sends a subscribe message; twice is once. */
  tell(news: ProgressNews): Promise<void>
  all(centre: string, citizen: string): Promise<Message[]>
  removeAll(centre: string, citizen: string): Promise<void>
}

const pageSize = 30

/** The inbox's use cases; `openidOf` gives WeChat's id of a citizen. */
export function createMessageService(deps: {
  core: Core; store: MessageStore; wechat: Wechat; openidOf: (centre: string, citizen: string) => Promise<string | undefined>
}): MessageService {
  const { core: { config, log }, store, wechat, openidOf } = deps

  async function courtesy(news: ProgressNews): Promise<void> {
    const { progressTemplate: template, miniprogramState: state } = config.wechat
    const openid = template ? await openidOf(news.centre, news.citizen) : undefined
    if (!openid) return
    try {
      const page = news.opens ? `pages/complaint/index?id=${news.opens}` : news.shows ? `pages/answer/index?id=${news.shows}` : 'pages/messages/index'
      await wechat.sendSubscribeMessage({ openid, template, page, state, data: progressData(news) })
      log.info('SUBSCRIBE_SENT', { centre: news.centre, complaint: news.complaint })
    } catch (error) {
      if (!(error instanceof WechatError)) throw error
      const code = error.errcode === 43101 ? 'SUBSCRIBE_REFUSED' : 'WECHAT_ERROR'
      log.info(code, { centre: news.centre, complaint: news.complaint, errcode: error.errcode })
    }
  }

  return {
    async list(centre, citizen, cursor) {
      const messages = await store.page(centre, citizen, fromCursor(cursor), pageSize)
      const last = messages[messages.length - 1]
      const unread = messages.filter((it) => !it.read).length
      return { messages, unread, ...(messages.length === pageSize && last ? { cursor: toCursor(last.id) } : {}) }
    },
    async read(centre, citizen, id) {
      if (!(await store.markRead(centre, citizen, id))) throw new ServiceError('not-found')
    },
    async tell(news) {
      const id = `${String(Date.parse(news.at)).padStart(15, '0')}-${news.complaint}-${news.number}`
      const it: Message = { id, at: news.at, title: `找茬 ${news.receipt}：${news.stateName}`, text: news.text, ...(news.opens ? { complaint: news.opens } : {}), ...(news.shows ? { answer: news.shows } : {}), read: false }
      if (await store.add(news.centre, news.citizen, it)) await courtesy(news)
    },
    async all(centre, citizen) {
      const all: Message[] = []
      for (let page = await store.page(centre, citizen, undefined, 100); page.length > 0; page = await store.page(centre, citizen, all[all.length - 1]?.id, 100)) all.push(...page)
      return all
    },
    removeAll: (centre, citizen) => store.removeAll(centre, citizen),
  }
}
