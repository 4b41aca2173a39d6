import type { Centre } from '@shared/centre/centre'
import { hoursLines } from '@shared/centre/opening-hours'
import type { Item } from '@shared/items/item'
import { takesOf } from '@shared/items/search-entry'
import { replyParts, type PageLink, type Part } from '@shared/replies/parts'
import type { ReplyOccasion } from '@shared/replies/reply'
import type { SearchHit } from '@shared/search'
import { cut } from '@shared/text/cut'
import { bytesOf, maxTextBytes, type LinkTargets } from './links'

/** Items in one answer: more nobody reads in a chat. */
export const pageSize = 5

/** What is said on an occasion for which the centre has not written its own words (shared/replies). */
const ownWords: Readonly<Record<Exclude<ReplyOccasion, 'keyword'>, string>> = {
  follow: '您好，欢迎关注{中心名称}！\n\n把要办的事直接发给我，打字或说话都行，我来告诉您在哪办、带什么。',
  help: '请打字或说话告诉我要办什么事。也可以打电话 {电话}，办事遇到问题点[我要找茬](找茬)。',
  nothing: '换个说法再发给我试试。也可以打电话 {电话}，办事遇到问题点[我要找茬](找茬)。',
}

/** What is said on an occasion when the centre has no words of its own for it. */
export const defaultWords = (occasion: Exclude<ReplyOccasion, 'keyword'>, centre: Centre): Part[] => replyParts(ownWords[occasion], centre)

const itemLink = (id: string, label: string): PageLink => ({ label, page: 'pages/item/index', query: { id } })

/** Where and how long, as far as it is known: （1F 社保，5 个工作日）. */
function whereAndHowLong(hit: SearchHit, centre: Centre): string {
  const { floor, area, takes } = hit.fields
  const place = [floor, centre.areas.find(({ id }) => id === area)?.name].filter(Boolean).join(' ')
  const said = [place, takes].filter(Boolean).join('，')
  return said ? `（${said}）` : ''
}

/** A page of results; the parts, and how many of the hits are in them. */
export interface ResultPage {
  readonly parts: Part[]
  readonly shown: number
}

/** Results to tell: `from` of `total` are behind us. */
export interface ResultsToTell {
  readonly hits: readonly SearchHit[]
  readonly from: number
  readonly total: number
  readonly opening: string
  /** The engine is not sure: what else one can do is said as well. */
  readonly unsure: boolean
}

/** Up to five items, each a link with where and how long; as many as WeChat's limit holds, and how to go on. */
export function resultPage(targets: LinkTargets, centre: Centre, { hits, from, total, opening, unsure }: ResultsToTell): ResultPage {
  const closing = (shown: number): Part[] => {
    const rest = total - from - shown
    const waysOn = `\n\n${rest > 0 ? `还有 ${rest} 项，回复“更多”接着看；` : ''}回复数字看在哪办、带什么。都不是？换个说法，或问导办台 ${centre.telephones.desk}`
    return unsure ? [`${waysOn}，或点`, { label: '找茬', page: 'pages/complain/index' }, '告诉我们。'] : [`${waysOn}。`]
  }
  const parts: Part[] = [opening]
  let shown = 0
  for (const hit of hits.slice(0, pageSize)) {
    const line: Part[] = [`\n${shown + 1}. `, itemLink(hit.id, cut(hit.name, 32)), whereAndHowLong(hit, centre)]
    if (bytesOf([...parts, ...line, ...closing(shown + 1)], targets) > maxTextBytes) break
    parts.push(...line)
    shown += 1
  }
  return { parts: [...parts, ...closing(shown)], shown }
}

/** Beginning of a first page. */
export const opening = (confidence: 'sure' | 'unsure' | 'none', understood: string | undefined): string =>
  confidence !== 'sure' ? '不太确定您要办的是哪一项，这几项最接近：' : `${understood ? `按“${cut(understood, 20)}”来找。` : ''}您要办的可能是：`

/** Beginning of a later page. */
export const openingOfMore = (question: string): string => `“${cut(question, 20)}”接着看：`
/** Answer to 更多 when everything has been shown, or nothing was asked. */
export const noMore: Part[] = ['没有更多了。换个说法，或再发一件要办的事给我。']

/** Materials that an answer names; the guide has all of them. */
const namedMaterials = 6

/** The answer itself: where, when, how long, what to bring, what it costs, the link to the guide; `others`: how many more items there are. */
export function guideParts(centre: Centre, item: Item, others: number): Part[] {
  const area = centre.areas.find(({ id }) => id === item.area)
  const hours = hoursLines(centre.hours).filter(({ outsideWorkingTime }) => !outsideWorkingTime).map(({ days, times }) => `${days} ${times}`).join('；')
  const where = [centre.name, item.floor, area && `${area.name}办理区`, item.windowClass && '任一综合窗口'].filter(Boolean).join(' ')
  const materials = item.materials.slice(0, namedMaterials).map((it, i) => `\n${i + 1}. ${cut(it, 28)}`).join('')
  const rest = item.materials.length - namedMaterials
  const lines = [
    `\n地点：${where}`,
    hours && `\n时间：${hours}${item.outsideHours ? '，下班后和周六也有时段可办' : ''}`,
    takesOf(item) && `\n多久：${takesOf(item)}`,
    item.online && item.online !== '否' && `\n网上：${item.online === '全程网办' ? '可以全程网上办' : '可以网上申请'}`,
    materials && `\n要带：${materials}${rest > 0 ? `\n……共 ${item.materials.length} 样` : ''}`,
    item.fee && `\n收费：${cut(item.fee, 30)}`,
    (item.telephone ?? area?.telephone) && `\n电话：${item.telephone ?? area?.telephone}`,
  ].filter(Boolean).join('')
  return [itemLink(item.id, cut(item.name, 40)), `\n${lines}\n\n`, itemLink(item.id, '看完整指南、勾选材料'), others > 0 ? `\n不是这一项？还有 ${others} 项相近的，回复“更多”。` : '']
}

/** Answer when nothing comes near the question; what comes near is a page of results that says so. */
export const nothingParts = (question: string, words: readonly Part[]): Part[] => [`没有找到“${cut(question, 20)}”。\n\n`, ...words]
