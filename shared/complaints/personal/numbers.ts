import type { Finding, PersonalDataKind } from './finding'

/** The 18-digit identity number's check digit (GB 11643-1999, ISO 7064 MOD 11-2). */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase()
}

/** The check digit of bank cards (ISO/IEC 7812-1, Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** The day in an old 15-digit identity number (YYMMDD from the seventh digit) is one that there is. */
const hasDay = (number: string) => Number(number.slice(8, 10)) >= 1 && Number(number.slice(8, 10)) <= 12 && Number(number.slice(10, 12)) >= 1 && Number(number.slice(10, 12)) <= 31

const digitsOf = (words: string) => words.replace(/\D/g, '')

interface Shape {
  readonly kind: PersonalDataKind
  /** Group 1: what must stand before; group 2: the words. */
  readonly pattern: RegExp
  /** Whether it is sure, doubtful, or no finding at all. */
  readonly judge: (words: string) => 'sure' | 'doubtful' | 'none'
}

const sure = () => 'sure' as const
const doubtful = () => 'doubtful' as const
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const numeral = '[0-9一二三四五六七八九十百零〇]'

/** An identity number comes before the shorter numbers that it contains; a labelled number after all that have a shape of their own. */
const shapes: readonly Shape[] = [
  { kind: 'identity', pattern: /(^|[^0-9A-Za-z])(\d{17}[0-9Xx])(?![0-9A-Za-z])/g, judge: (it) => (isIdentityNumber(it) ? 'sure' : isCardNumber(it) ? 'none' : 'doubtful') },
  { kind: 'identity', pattern: /(^|[^0-9A-Za-z])(\d{6}[ -]\d{8}[ -]\d{3}[0-9Xx])(?![0-9A-Za-z])/g, judge: (it) => (isIdentityNumber(it.replace(/[ -]/g, '')) ? 'sure' : 'doubtful') },
  { kind: 'identity', pattern: /(^|[^0-9A-Za-z])(\d{15})(?![0-9A-Za-z])/g, judge: (it) => (hasDay(it) ? 'doubtful' : 'none') },
  { kind: 'card', pattern: /(^|\D)([3-69]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?)(?!\d)/g, judge: (it) => (isCardNumber(digitsOf(it)) ? 'sure' : 'doubtful') },
  { kind: 'phone', pattern: /(^|\D)((?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4})(?!\d)/g, judge: sure },
  { kind: 'phone', pattern: /(^|[^一二三四五六七八九十零〇幺])([一幺][三四五六七八九][一二三四五六七八九零〇幺]{9})(?![一二三四五六七八九零〇幺])/g, judge: sure },
  { kind: 'landline', pattern: /(^|\D)(\(?0\d{2,3}\)?[ -]?[2-8]\d{6,7})(?!\d)/g, judge: doubtful },
  { kind: 'landline', pattern: /((?:电话|座机|致电|拨打)(?:号码?)?[是为：:]?[ ]*)([2-8]\d{6,7})(?!\d)/g, judge: doubtful },
  { kind: 'email', pattern: /()([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})/g, judge: (it) => (/gov\.cn$/i.test(it) ? 'doubtful' : 'sure') },
  {
    kind: 'plate', pattern: new RegExp(`()([${provinces}][A-HJ-NP-Ya-hj-np-y][ ·•.-]?[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[${provinces}][A-HJ-NP-Y][A-HJ-NP-Z0-9]{4}[学警挂港澳])(?![A-Za-z0-9])`, 'g'),
    judge: (it) => (digitsOf(it).length >= 3 ? 'sure' : 'none'),
  },
  { kind: 'account', pattern: /((?:微信|薇信|[Vv][Xx]|[Ww][Xx]|[Qq]{2}|扣扣)(?:号码?)?(?:是|为)?[：: ]{0,2})([A-Za-z0-9][A-Za-z0-9_-]{4,19})/g, judge: sure },
  {
    kind: 'document',
    pattern: /((?:身份证|证件|社保卡|社会保障卡|医保卡|银行卡|卡|账|帐|护照|驾驶证|准考证|学|学籍|病历|住院|存折)号(?:码)?[是为]?[：: ]{0,2})([A-Za-z]{0,2}\d{5,20}[Xx]?)(?![0-9A-Za-z])/g,
    judge: sure,
  },
  { kind: 'staff', pattern: /((?:工号|工牌号?|胸牌号?|警号)[是为]?[：: ]{0,2})([A-Za-z]{0,3}\d{2,10}号?)(?![0-9A-Za-z])/g, judge: sure },
  {
    kind: 'address', judge: sure,
    pattern: new RegExp(
      `()((?:[0-9A-Za-z一二三四五六七八九十]{1,4}(?:号楼?|栋|幢|座|#)[ -]?)?${numeral}{1,3}单元[ -]?${numeral}{2,5}(?:室|号房?|房|户)?|[0-9A-Za-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座|#)[ -]?${numeral}{3,5}(?:室|号房?|房|户(?!型))?(?![0-9A-Za-z㎡平米年])|\\d{1,3}-\\d{1,2}-\\d{3,4}(?:室|号|户)?(?![0-9-]))`, 'g'),
  },
  { kind: 'address', pattern: new RegExp(`()([\\u4e00-\\u9fa5]{1,6}(?:路|街|巷|弄|胡同)${numeral}{1,5}号(?![线口窗院]|门(?!口)))`, 'g'), judge: doubtful },
]

/** Full-width digits, letters and signs as half-width ones, each unit for a unit, so that positions stay. */
export const halfWidth = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** Numbers and addresses that show by their shape, check digit or label; the first kind that takes a place keeps it, unless a later one is sure and it is not. */
export function findNumbers(text: string): Finding[] {
  const plain = halfWidth(text)
  const found: Finding[] = []
  for (const { kind, pattern, judge } of shapes) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
      const [all, before = '', words = ''] = match
      const start = match.index + before.length
      const end = start + words.length
      // What stands before one finding may be the end of another.
      pattern.lastIndex = all === '' ? end + 1 : end
      const verdict = judge(words)
      if (verdict === 'none' || found.some((it) => it.start < end && start < it.end && (it.sure || verdict === 'doubtful'))) continue
      found.push({ kind, words: text.slice(start, end), start, end, sure: verdict === 'sure' })
    }
  }
  return found
}
