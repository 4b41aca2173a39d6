import { isAlphanumeric, isDigit, isHan } from './characters'
import { SIMPLIFIED, TRADITIONAL } from './traditional-data'

/**
 * Folding (归一): one form for everything that people write differently and mean alike. Each UTF-16 unit becomes exactly one unit,
 * so that a position in the folded text is the position in the original and highlights need no map.
 */

const SPACE = 32
const OPEN = 40
const CLOSE = 41
const NUMERALS = '一二三四五六七八九十'
/** What may follow a lone digit that people also write as a numeral: 2类 = 二类. */
const CLASSIFIERS = '类级等次孩胎型批代手'

/** The folded unit of every UTF-16 unit; 0 stands for a space. Built once, when the module is loaded. */
const TABLE = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(65536)
  for (let unit = 0x3400; unit <= 0x9fff; unit++) table[unit] = unit
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i)
  for (let digit = 48; digit <= 57; digit++) table[digit] = table[digit + 0xfee0] = digit
  for (let letter = 97; letter <= 122; letter++) {
    for (const form of [letter, letter - 32]) table[form] = table[form + 0xfee0] = letter
  }
  for (let i = 0; i < 10; i++) {
    const numeral = NUMERALS.charCodeAt(i)
    // Roman numerals ⅠⅡ… and ⅰⅱ…, circled ①②… and parenthesised ⑴⑵… ㈠㈡…
    for (const first of [0x2160, 0x2170, 0x2460, 0x2474, 0x3220]) table[first + i] = numeral
  }
  for (const bracket of '(（〔[［【「『《〈{｛') table[bracket.charCodeAt(0)] = OPEN
  for (const bracket of ')）〕]］】」』》〉}｝') table[bracket.charCodeAt(0)] = CLOSE
  table['〇'.charCodeAt(0)] = '零'.charCodeAt(0)
  return table
}

/** Folded form of one UTF-16 unit (a space for whatever is neither Han, letter, digit nor bracket). */
export const foldUnit = (unit: number): number => TABLE[unit] || SPACE

/**
 * Folds a text: full-width to half-width, lower case, traditional to simplified, Roman and circled numerals and lone digits
 * before a classifier to Chinese numerals, all brackets to `(` and `)`, the rest to spaces. Keeps the length.
 */
export function fold(text: string): string {
  let folded = ''
  let before = SPACE
  for (let i = 0; i < text.length; i++) {
    let unit = foldUnit(text.charCodeAt(i))
    if (isDigit(unit) && unit > 48 && !isAlphanumeric(before) && text[i - 1] !== '.' && CLASSIFIERS.includes(text[i + 1] || ' ')) {
      unit = NUMERALS.charCodeAt(unit - 49)
    }
    folded += String.fromCharCode(unit)
    before = unit
  }
  return folded
}

/** Folded text without spaces and brackets, for comparing whole names. */
export function squeeze(folded: string): string {
  let squeezed = ''
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    if (isHan(unit) || isAlphanumeric(unit)) squeezed += folded[i]
  }
  return squeezed
}
