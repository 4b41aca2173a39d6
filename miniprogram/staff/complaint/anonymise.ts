import { act } from '../../texts/staff/complaints'

/** Kinds of personal data that can be told by their shape. An identity number comes before the shorter numbers that it contains. */
const shapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: '证件号', pattern: /(^|[^0-9A-Za-z])(\d{17}[0-9Xx]|\d{15})(?![0-9A-Za-z])/g },
  { what: '银行卡号', pattern: /(^|\D)(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?)(?!\d)/g },
  { what: '手机号', pattern: /(^|\D)((?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/g },
  { what: '固定电话', pattern: /(^|\D)(0\d{2,3}[ -]?\d{7,8})(?!\d)/g },
  { what: '邮箱', pattern: /()([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})/g },
  { what: '车牌号', pattern: /()([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·]?[A-Z0-9]{5,6})(?![A-Z0-9])/g },
  { what: '微信号或 QQ 号', pattern: /((?:微信|QQ|qq|Qq)(?:号)?[:： ]?)([A-Za-z0-9_-]{5,20})/g },
  { what: '门牌地址', pattern: /()(\d{1,4}号楼?(?:\d{1,3}单元)?\d{2,4}室?户?|\d{1,3}单元\d{2,4}室?户?)/g },
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Taken { readonly text: string; readonly found: readonly string[] }

function takenOut(text: string, known: readonly (string | undefined)[]): Taken {
  const found: string[] = []
  let rest = text
  for (const { what, pattern } of shapes) {
    rest = rest.replace(pattern, (_, before: string, words: string) => {
      found.push(`${what} ${words}`)
      return before + act.masked
    })
  }
  for (const word of known.map((one) => one?.trim() ?? '')) {
    if (word.length < 2 || !rest.includes(word)) continue
    found.push(word)
    rest = rest.replace(new RegExp(escaped(word), 'g'), act.masked)
  }
  return { text: rest, found }
}

/** A text without what can be told by its shape or is known to be the citizen's: `known` are name and contact as given. */
export function anonymised(text: string, known: readonly (string | undefined)[] = []): string {
  let { text: rest, found } = takenOut(text, known)
  // What is taken out may lay open a number that ran into it; bounded, for a name may be part of the mask's own words.
  for (let round = 0; found.length > 0 && round < 5; round += 1) ({ text: rest, found } = takenOut(rest, known))
  return rest
}

/** What in a text still looks like personal data: kind and words, to be pointed out before it is published. */
export const personalData = (text: string, known: readonly (string | undefined)[] = []): readonly string[] => takenOut(text, known).found
