import { XMLParser } from 'fast-xml-parser'

/** Largest body that is read, bytes. */
export const maxBodyBytes = 64 * 1024

/** A body that is no message of WeChat. */
export class MessageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MessageError'
  }
}

/** Fields of a message; those that hold fields themselves are objects. */
export type Message = Readonly<Record<string, unknown>>

// Values stay text: a MsgId has 19 digits, more than a number holds.
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true, processEntities: true })

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a message, XML or (for mini-programs that chose it) JSON. A document type or an entity is refused before parsing: parsers
 * accept them silently, and a few bytes then become gigabytes.
 * @throws MessageError
 */
export function readMessage(body: string): Message {
  if (Buffer.byteLength(body) > maxBodyBytes) throw new MessageError('the body is too large')
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) throw new MessageError('a document type is not taken')
  let value: unknown
  try {
    value = body.trimStart().startsWith('{') ? JSON.parse(body) : (parser.parse(body, true) as { xml?: unknown }).xml
  } catch {
    throw new MessageError('the body cannot be parsed')
  }
  if (!isFields(value)) throw new MessageError('the body is no message')
  return value
}

/** What WeChat's ids (openid, 原始 ID) are made of. */
const person = /^[A-Za-z0-9_-]{1,64}$/

/** A message from somebody to somebody. @throws MessageError when it does not say so: nobody could be answered */
export function addressed(message: Message): Message {
  if (!person.test(field(message, 'FromUserName')) || !person.test(field(message, 'ToUserName'))) throw new MessageError('the message has no sender or receiver')
  return message
}

/** What makes a message the same when WeChat sends it again: its MsgId; an event has none, but its sender, time and kind. */
export function keyOf(message: Message): string {
  return field(message, 'MsgId') || ['FromUserName', 'CreateTime', 'Event', 'trace_id'].map((name) => field(message, name)).join('#')
}

/** A field as text; empty when it is not there or holds fields itself. */
export function field(message: Message, ...path: readonly string[]): string {
  let value: unknown = message
  for (const name of path) value = isFields(value) ? value[name] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Text as CDATA; the one sequence that would end it is cut in two. */
const cdata = (text: string) => `<![CDATA[${text.replace(/]]>/g, ']]]]><![CDATA[>')}]]>`

/** Control characters that XML 1.0 cannot hold in any form. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text answer (被动回复文本消息). @param at seconds since 1970 */
export function textAnswer(it: { readonly to: string; readonly from: string; readonly at: number; readonly text: string }): string {
  return `<xml><ToUserName>${cdata(it.to)}</ToUserName><FromUserName>${cdata(it.from)}</FromUserName><CreateTime>${it.at}</CreateTime>`
    + `<MsgType><![CDATA[text]]></MsgType><Content>${cdata(it.text.replace(unwritable, ''))}</Content></xml>`
}

/** An encrypted answer with its signature. @param at seconds since 1970 */
export function safeAnswer(it: { readonly encrypted: string; readonly signature: string; readonly at: string; readonly nonce: string }): string {
  return `<xml><Encrypt>${cdata(it.encrypted)}</Encrypt><MsgSignature>${cdata(it.signature)}</MsgSignature>`
    + `<TimeStamp>${it.at}</TimeStamp><Nonce>${cdata(it.nonce)}</Nonce></xml>`
}
