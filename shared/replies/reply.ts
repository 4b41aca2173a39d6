import * as v from 'valibot'
import { instant, maybeText, randomId, text } from '../api/fields'
import { unknownMarks } from './parts'

/** When a reply is sent: for one of its keywords, to a new follower, to what is no question, or when nothing was found. */
export const replyOccasions = { keyword: '关键词', follow: '关注时', help: '不是提问时', nothing: '没有查到时' } as const
/** When a reply is sent. */
export type ReplyOccasion = keyof typeof replyOccasions

/** Words that lead through a list of results; no keyword may be one of them. */
export const moreWords = ['更多', '下一页', '继续', 'more'] as const

/** Full-width forms as half-width, lower case, without spaces and marks: how a message is compared with keywords. */
export function foldKeyword(message: string): string {
  return message
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\s\u3000,.!?;:~'"()[\]<>、。“”‘’《》【】…·]/g, '')
}

const keyword = v.pipe(text(20), v.check((it) => foldKeyword(it) !== '', '请填写文字'), v.check((it) => !moreWords.some((word) => word === foldKeyword(it)), '这个词用来翻页，不能作关键词'))

/** A reply of the official account (自动回复) that staff write. Text of at most 500 characters stays within WeChat's 2,048 bytes with two links. */
export const reply = v.strictObject({
  id: randomId,
  occasion: v.picklist(Object.keys(replyOccasions) as ReplyOccasion[]),
  keywords: v.pipe(v.array(keyword), v.maxLength(20, '最多 20 个关键词')),
  text: v.pipe(text(500), v.check((it) => unknownMarks(it).length === 0, '有不认识的链接或花括号')),
})
/** A reply of the official account (自动回复). */
export type Reply = v.InferOutput<typeof reply>

const keywordsOf = ({ occasion, keywords }: Reply) => (occasion === 'keyword' ? keywords.map(foldKeyword) : [])

/** All replies of a centre: each keyword once, each other occasion once at most, a keyword reply with a keyword. */
export const replyList = v.pipe(
  v.array(reply),
  v.maxLength(100, '最多 100 条'),
  v.check((list) => list.every((it) => it.occasion !== 'keyword' || it.keywords.length > 0), '关键词回复要有关键词'),
  v.check((list) => { const all = list.flatMap(keywordsOf); return new Set(all).size === all.length }, '同一个关键词只能在一条回复里'),
  v.check((list) => { const all = list.map(({ occasion }) => occasion).filter((it) => it !== 'keyword'); return new Set(all).size === all.length }, '关注时、不是提问时、没有查到时各只能有一条'),
)

/** One version of a centre's replies: who made it when, and why. */
export const replyVersion = v.strictObject({ number: v.number(), at: instant, byName: v.string(), note: maybeText(200), replies: v.number(), changed: v.array(v.string()) })
/** One version of a centre's replies. */
export type ReplyVersion = v.InferOutput<typeof replyVersion>

/** The reply to a message that is one of the keywords, nothing else. */
export function replyTo(replies: readonly Reply[], message: string): Reply | undefined {
  const wanted = foldKeyword(message)
  return wanted === '' ? undefined : replies.find((it) => keywordsOf(it).includes(wanted))
}
