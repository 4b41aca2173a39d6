import type { Area } from '../centre/centre'

/** What a cell says: a value, nothing (`undefined`), or a Chinese sentence about what is wrong with it. */
export type Reading<T> = { readonly value: T | undefined } | { readonly problem: string }

const read = <T>(value: T | undefined): Reading<T> => ({ value })
const wrong = (problem: string): { readonly problem: string } => ({ problem })

/** Cells that say that nothing is known: the guide then shows 请向导办台咨询. */
const unknown = new Set(['', '-', '--', '—', '——', '/', '\\', '请向窗口咨询', '请向导办台咨询', '请咨询窗口', '详询窗口', '暂无'])

/** Whether a cell says nothing. */
export function isBlank(cell: string): boolean {
  return unknown.has(cell.trim())
}

/** Full-width digits and letters as half-width ones, without spaces. */
function compact(cell: string): string {
  return cell.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]/g, '')
}

const numbering = /^(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*/

/** Lines of a cell, parted by ； or line breaks, their numbering (1. （2） ③) left out. */
export function readLines(cell: string): string[] {
  return cell.split(/[；;\r\n]+/).map((line) => line.trim().replace(numbering, '').replace(/。$/, '').trim()).filter((line) => line !== '' && !isBlank(line))
}

/** 是 or 否, as spreadsheets write it. */
export function readFlag(cell: string): Reading<boolean> {
  const word = compact(cell).toLowerCase()
  if (['是', '有', '√', '✓', '1', 'true', 'yes', 'y', '支持'].includes(word)) return read(true)
  if (['否', '无', '没有', '×', '0', 'false', 'no', 'n', '不支持', '不是'].includes(word)) return read(false)
  return wrong('应为“是”或“否”')
}

const atOnce = /^(即办|即办件|当场|当场办结|即时办结|立等可取|当日办结)$/

/** Working days: `20`, `20个工作日`, `即办` (0). Calendar days (20日, 20天) are refused: they are not working days. */
export function readWorkingDays(cell: string): Reading<number> {
  const word = compact(cell)
  if (atOnce.test(word)) return read(0)
  const days = /^(\d{1,4})(个?工作日)?(内|以内)?$/.exec(word)
  if (days) return read(Number(days[1]))
  return wrong('应为工作日数，例如 20 或“20个工作日”')
}

/** Times that one has to come: `0`, `1次`, `最多跑一次`. */
export function readVisits(cell: string): Reading<number> {
  const word = compact(cell).replace(/^最多跑?/, '').replace(/^跑/, '').replace(/次$/, '')
  if (/^\d{1,2}$/.test(word)) return read(Number(word))
  const spoken = ['零', '一', '两', '三'].indexOf(word === '二' ? '两' : word)
  return spoken >= 0 ? read(spoken) : wrong('应为次数，例如 0 或 1')
}

/** 个人 and 法人, in any of their wordings. */
export function readAudience(cell: string): Reading<('个人' | '法人')[]> {
  const found = new Set<'个人' | '法人'>()
  for (const word of compact(cell).split(/[；;、，,/和及]+/).filter(Boolean)) {
    if (/^(个人|自然人|公民|群众|居民)$/.test(word)) found.add('个人')
    else if (/^(法人|企业|企业法人|单位|其他组织|社会组织法人|非法人企业|事业法人|行政机关|机构|个体工商户)$/.test(word)) found.add('法人')
    else return wrong('应为“个人”“法人”或“个人；法人”')
  }
  return read(['个人', '法人'].filter((kind): kind is '个人' | '法人' => found.has(kind as '个人')))
}

/** 即办件 or 承诺件. */
export function readHandling(cell: string): Reading<'即办件' | '承诺件'> {
  const word = compact(cell)
  if (atOnce.test(word)) return read('即办件')
  if (/^(承诺|承诺件|限时办结)$/.test(word)) return read('承诺件')
  return wrong('应为“即办件”或“承诺件”')
}

/** 全程网办, 网上申请 or 否. */
export function readOnline(cell: string): Reading<'全程网办' | '网上申请' | '否'> {
  const word = compact(cell)
  if (/^(全程网办|全程网上办理|全流程网办|不见面审批|IV级|Ⅳ级|四级)$/i.test(word)) return read('全程网办')
  if (/^(网上申请|网上预审|网上受理|可网办|是|I级|II级|III级|Ⅰ级|Ⅱ级|Ⅲ级|一级|二级|三级)$/i.test(word)) return read('网上申请')
  if (/^(否|不可网办|不支持|现场办理|窗口办理|线下办理)$/.test(word)) return read('否')
  return wrong('应为“全程网办”“网上申请”或“否”')
}

/** Id of a service area: by its id, its name, or a place that names exactly one area (3F行政审批区12号窗口). */
export function readArea(cell: string, areas: readonly Area[]): Reading<string> {
  const word = compact(cell)
  const exact = areas.find((area) => area.id === word || area.name === word || `${area.name}区` === word)
  if (exact) return read(exact.id)
  const named = areas.filter((area) => word.includes(area.name))
  if (named.length === 1) return read(named[0]?.id)
  return wrong(`没有这个服务区，应为：${areas.map((area) => area.name).join('、')}`)
}

const floorDigits = '一二三四五六七八九'

/** A floor as this house writes it (1F, B1): 1楼, 一层, F1 and 负一层 are understood, other words are kept. */
export function readFloor(cell: string): string {
  const word = compact(cell).toUpperCase()
  const parts = /^(负|地下|B|-)?F?(\d|[一二三四五六七八九])(F|楼|层)?$/.exec(word)
  if (!parts || !parts[2]) return cell.trim()
  const digit = floorDigits.includes(parts[2]) ? floorDigits.indexOf(parts[2]) + 1 : Number(parts[2])
  return parts[1] ? `B${digit}` : `${digit}F`
}
