import { queryText } from '@shared/api/client'
import type { Part } from '@shared/replies/parts'

/** Where links in an answer lead: a page of the mini-program, and the same page of the web app for clients without mini-programs. */
export interface LinkTargets {
  /** Empty: there is no mini-program yet, links lead to the web app. */
  readonly miniprogramAppid: string
  /** Address of the web app, https, ending in `/`. */
  readonly webUrl: string
}

/** Longest text message that WeChat takes as an answer, bytes of UTF-8 (docs/wechat.md). */
export const maxTextBytes = 2048

const ellipsis = '…'

/** Text that WeChat may not take for a tag, and that cannot end an attribute. */
const plain = (text: string) => text.replace(/</g, '＜').replace(/>/g, '＞').replace(/"/g, '＂')

/** A part as WeChat reads it. WeChat takes a mini-program's path without a leading slash. */
function written(part: Part, { webUrl, miniprogramAppid }: LinkTargets): string {
  if (typeof part === 'string') return plain(part)
  const page = `${part.page}${queryText(part.query ?? {})}`
  const inWechat = miniprogramAppid === '' ? '' : ` data-miniprogram-appid="${miniprogramAppid}" data-miniprogram-path="${page}"`
  return `<a href="${webUrl}#/${page}"${inWechat}>${plain(part.label)}</a>`
}

/** Bytes of parts when they are sent. */
export const bytesOf = (parts: readonly Part[], targets: LinkTargets): number => Buffer.byteLength(parts.map((part) => written(part, targets)).join(''))

/** As many characters of a text as fit into so many bytes, with an ellipsis. */
function head(text: string, bytes: number): string {
  let kept = ''
  let left = bytes - Buffer.byteLength(ellipsis)
  for (const character of plain(text)) {
    left -= Buffer.byteLength(character)
    if (left < 0) break
    kept += character
  }
  return left < 0 && kept === '' ? '' : `${kept}${ellipsis}`
}

/**
 * The text of an answer, within WeChat's limit: what is over is cut at the end, text between two characters, a link never in the middle.
 */
export function textOf(parts: readonly Part[], targets: LinkTargets, most = maxTextBytes): string {
  let text = ''
  for (const part of parts) {
    const next = written(part, targets)
    const left = most - Buffer.byteLength(text)
    if (Buffer.byteLength(next) > left) return text + (left >= Buffer.byteLength(ellipsis) ? (typeof part === 'string' ? head(part, left) : ellipsis) : '')
    text += next
  }
  return text
}
