import type { Centre } from '@shared/centre/centre'
import type { SearchResult } from '@shared/search'

/** Where links in an answer lead: a page of the mini-program, and the same page of the web app for clients without mini-programs. */
export interface LinkTargets {
  readonly miniprogramAppid: string
  /** Address of the web app, https, ending in `/`. */
  readonly webUrl: string
}

/** WeChat takes 2,048 bytes of text; some are left for the signature of the platform's own making. */
const maxBytes = 2000
/** More links than this nobody reads on a phone. */
const maxLinks = 6

/** Text that WeChat may not take for a tag, and that cannot end an attribute. */
const plain = (text: string) => text.replace(/</g, '＜').replace(/>/g, '＞').replace(/"/g, '＂')

/** A link to a page of the app. WeChat takes a mini-program's path without a leading slash. */
function link(targets: LinkTargets, path: string, query: Readonly<Record<string, string>>, label: string): string {
  const page = `${path}?${Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
  return `<a href="${targets.webUrl}#/${page}" data-miniprogram-appid="${targets.miniprogramAppid}" data-miniprogram-path="${page}">${plain(label)}</a>`
}

const complainLink = (targets: LinkTargets, centre: Centre) => link(targets, 'pages/complain/index', { centre: centre.id }, '找茬')

/** What to do when the search does not help: desk, telephone, 找茬. */
const elsewhere = (targets: LinkTargets, centre: Centre) =>
  `也可以到一楼导办台咨询，或拨打 ${centre.telephones.desk}；办事遇到问题，请点${complainLink(targets, centre)}告诉我们。`

/** Answer to a new follower. */
export const welcome = (targets: LinkTargets, centre: Centre): string =>
  `您好，欢迎关注${centre.name}！\n\n把要办的事直接发给我，比如“社保卡丢了”“开饭店办什么证”，我来告诉您在哪办、带什么。\n\n${elsewhere(targets, centre)}`

/** Answer to what is no question. */
export const help = (targets: LinkTargets, centre: Centre): string =>
  `请用文字或语音告诉我要办什么事，比如“身份证过期了”“房子过户”。\n\n${elsewhere(targets, centre)}`

/** Answer when nothing was found: never a dead end. */
const nothing = (targets: LinkTargets, centre: Centre, question: string): string =>
  `没有找到“${plain(question.slice(0, 40))}”。换个说法再发给我试试，比如只说事项名称。\n\n${elsewhere(targets, centre)}`

/** Answer to a question: one text with several links, as many as WeChat's limit holds. */
export function resultText(targets: LinkTargets, centre: Centre, question: string, result: SearchResult): string {
  if (result.hits.length === 0) return nothing(targets, centre, question)
  const areaName = (id: string | undefined) => centre.areas.find((area) => area.id === id)?.name
  const opening = result.confidence === 'sure' ? '您要办的可能是：' : '不太确定您要办的是哪一项，这几项比较接近：'
  const closing = `\n没有您要办的？请换个说法。${elsewhere(targets, centre)}`
  const lines: string[] = []
  for (const hit of result.hits.slice(0, maxLinks)) {
    const place = [hit.fields.floor, areaName(hit.fields.area)].filter(Boolean).join(' ')
    const line = `${lines.length + 1}. ${link(targets, 'pages/item/index', { id: hit.id, centre: centre.id }, hit.name)}${place ? `（${plain(place)}）` : ''}`
    if (Buffer.byteLength([opening, ...lines, line, closing].join('\n')) > maxBytes) break
    lines.push(line)
  }
  return [opening, ...lines, closing].join('\n')
}
