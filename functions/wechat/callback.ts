import { isoInstant, type Clock } from '../platform/clock'
import type { Randomness } from '../platform/ids'
import { errorFields, type Log } from '../platform/log'
import { CryptoError, decrypt, encrypt, signatureOf, signed } from './crypto'
import { addressed, field, keyOf, maxBodyBytes, MessageError, readMessage, safeAnswer, textAnswer, type Message } from './message'
import type { Unspent } from './unspent'
import type { Conversation } from './service'

/** The account's settings at WeChat (服务器配置). */
export interface CallbackKeys {
  readonly token: string
  /** EncodingAESKey in force, then the previous one while WeChat changes over; empty: plain mode only. */
  readonly aesKeys: readonly string[]
  /** Appids that may send: the official account's, and the mini-program's for pushed verdicts. */
  readonly appids: readonly string[]
  /** Original ids (原始 ID, `gh_…`) of the same accounts, as a message in the clear names its receiver; empty: not compared. */
  readonly accounts: readonly string[]
}

/** A request of WeChat. */
export interface CallbackRequest {
  readonly method: 'GET' | 'POST'
  readonly query: Readonly<Record<string, string>>
  readonly body: string
}

/** What it is answered with. */
export interface CallbackAnswer {
  readonly status: 200 | 403
  readonly type: 'text/plain' | 'application/xml'
  readonly body: string
}

interface Dependencies {
  readonly keys: CallbackKeys
  readonly conversation: Conversation
  /** Whether a signature, with its time and nonce, has not yet been used for another message; a signature covers no body. */
  readonly unspent: Unspent
  readonly now: Clock
  readonly random: Randomness
  readonly log: Log
}

/** WeChat waits 5 s; what takes longer is answered with `success`, and its result is not waited for. */
const patienceMs = 4500
/** A request signed longer ago than this, or for a time to come, is a recording; WeChat's third attempt comes 15 s after the first. */
const windowMs = 5 * 60_000
/** Longest `echostr` that is given back; WeChat's has about 20 characters. */
const maxEcho = 256

const text = (status: CallbackAnswer['status'], body: string): CallbackAnswer => ({ status, type: 'text/plain', body })
/** Says that all is well and there is nothing to say: WeChat then shows the citizen no error. */
const success = text(200, 'success')

interface Opened {
  readonly message: Message
  /** How the answer is to be sealed; none in plain mode. */
  readonly seal?: { readonly key: string; readonly appid: string }
}

/** The callback of the official account. @returns an answer in every case, also for failures of ours */
export function createCallback({ keys, conversation, unspent, now, random, log }: Dependencies): (centre: string, request: CallbackRequest) => Promise<CallbackAnswer> {
  /** The message inside a sealed one, by whichever key opens it. @throws CryptoError */
  const open = (encrypted: string): Opened => {
    for (const key of keys.aesKeys) {
      let opened
      try {
        opened = decrypt(key, encrypted)
      } catch (error) {
        if (error instanceof CryptoError) continue
        throw error
      }
      if (!keys.appids.includes(opened.appid)) throw new CryptoError('another account\'s message')
      return { message: addressed(readMessage(opened.message)), seal: { key, appid: opened.appid } }
    }
    throw new CryptoError('no key opens the message')
  }
  const received = ({ query, body }: CallbackRequest): Opened => {
    const outer = readMessage(body)
    const encrypted = field(outer, 'Encrypt')
    // Without a key the account is in plain mode, or in the mode that sends both (兼容模式) and is read in the clear.
    if (keys.aesKeys.length === 0) return { message: addressed(outer) }
    // With a key set, a message in the clear is nobody's of ours: safe mode has none.
    if (encrypted === '') throw new CryptoError('a message in the clear')
    if (!signed(query.msg_signature ?? '', keys.token, query.timestamp ?? '', query.nonce ?? '', encrypted)) throw new CryptoError('the message is not signed')
    return open(encrypted)
  }
  const answerTo = ({ message, seal }: Opened, words: string, nonce: string): CallbackAnswer => {
    if (words === '') return success
    const at = Math.floor(now() / 1000)
    const answer = textAnswer({ to: field(message, 'FromUserName'), from: field(message, 'ToUserName'), at, text: words })
    if (!seal) return { status: 200, type: 'application/xml', body: answer }
    const encrypted = encrypt(seal.key, answer, seal.appid, random)
    const signature = signatureOf(keys.token, String(at), nonce, encrypted)
    return { status: 200, type: 'application/xml', body: safeAnswer({ encrypted, signature, at: String(at), nonce }) }
  }
  /** Whether the query is signed, lately, with our token. */
  const authentic = (query: CallbackRequest['query']): boolean => keys.token !== '' && /^\d{1,12}$/.test(query.timestamp ?? '')
    && signed(query.signature ?? '', keys.token, query.timestamp ?? '', query.nonce ?? '') && Math.abs(now() - Number(query.timestamp) * 1000) <= windowMs
  const ours = ({ message, seal }: Opened): boolean => seal !== undefined || keys.accounts.length === 0 || keys.accounts.includes(field(message, 'ToUserName'))
  return async (centre, request) => {
    const { query } = request
    const refused = (reason: string) => {
      log.warn('CALLBACK_REFUSED', { centre, reason, at: isoInstant(now()) })
      return text(403, '')
    }
    if (Buffer.byteLength(request.body) > maxBodyBytes) return refused('too large')
    if (!authentic(query)) return refused('signature')
    if (request.method === 'GET') return (query.echostr ?? '').length <= maxEcho ? text(200, query.echostr ?? '') : refused('echostr')
    let opened: Opened
    try {
      opened = received(request)
    } catch (error) {
      if (error instanceof CryptoError || error instanceof MessageError) return refused(error.message)
      throw error
    }
    if (!ours(opened)) return refused('another account\'s message')
    const answer = async () => {
      // A sealed message's own signature covers its words; a plain one's covers none, and could be sent along with others.
      if (!opened.seal && !(await unspent(centre, [query.signature, query.timestamp, query.nonce].join(' '), keyOf(opened.message)))) return refused('a signature used before')
      return answerTo(opened, await conversation.answer(centre, opened.message), query.nonce ?? '')
    }
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs) })
    try {
      return await Promise.race([answer(), tooLate])
    } catch (error) {
      log.error('CALLBACK_FAILED', { centre, kind: field(opened.message, 'MsgType'), ...errorFields(error) })
      return success
    } finally {
      clearTimeout(timer)
    }
  }
}
