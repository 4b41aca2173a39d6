import { personalDataKinds, type Finding } from './personal/finding'
import { findNames } from './personal/names'
import { findNumbers, halfWidth } from './personal/numbers'

export { personalDataKinds, type Finding, type PersonalDataKind } from './personal/finding'

/** What stands in place of personal data. */
export const mask = '〔已隐去〕'

/** What is known beside the text. */
export interface KnownData {
  /** Name and contact as the citizen gave them: sure wherever they stand. */
  readonly citizen?: readonly (string | undefined)[]
  /** Numbers that are public, such as the centre's own telephones: never flagged. */
  readonly open?: readonly string[]
}

const digits = (text: string) => halfWidth(text).replace(/\D/g, '')

function knownIn(text: string, words: readonly (string | undefined)[]): Finding[] {
  const found: Finding[] = []
  for (const word of words.map((one) => one?.trim() ?? '')) {
    if (word.length < 2) continue
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
      found.push({ kind: 'known', words: word, start, end: start + word.length, sure: true })
  }
  return found
}

/** Where masks stand already: nothing in them is data. */
function masksIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = text.indexOf(mask); start >= 0; start = text.indexOf(mask, start + mask.length)) found.push({ start, end: start + mask.length })
  return found
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end

/**
 * Personal data in a text, in the order of the text, no two of them on one place: telephone, identity (sure with its check digit),
 * bank card (Luhn), plate, e-mail, WeChat and QQ, addresses with a door, staff numbers, names, and what the citizen gave as their own.
 */
export function findPersonalData(text: string, { citizen = [], open = [] }: KnownData = {}): Finding[] {
  const masks = masksIn(text)
  const openDigits = open.map(digits).filter((it) => it.length >= 5)
  const taken: Finding[] = []
  const candidates = [...knownIn(text, citizen), ...findNumbers(text), ...findNames(text)]
  // A sure finding keeps its place against a doubtful one; among equals the earlier kind does.
  for (const it of [...candidates.filter((one) => one.sure), ...candidates.filter((one) => !one.sure)]) {
    const isOpen = it.kind !== 'known' && it.kind !== 'name' && openDigits.includes(digits(it.words))
    if (!isOpen && !masks.some((one) => overlap(one, it)) && !taken.some((one) => overlap(one, it))) taken.push(it)
  }
  return taken.sort((a, b) => a.start - b.start)
}

function replaced(text: string, findings: readonly Finding[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of findings) {
    rest += text.slice(at, start) + mask
    at = end
  }
  return rest + text.slice(at)
}

/**
 * The text with personal data masked: what is sure, or with `all` the doubtful as well. Masking twice is masking once: what a mask lays
 * open is masked too, and every round takes at least one more character, so it ends.
 */
export function maskPersonalData(text: string, known: KnownData = {}, which: 'sure' | 'all' = 'sure'): string {
  let rest = text
  for (;;) {
    const found = findPersonalData(rest, known).filter((it) => it.sure || which === 'all')
    if (found.length === 0) return rest
    rest = replaced(rest, found)
  }
}

/** The text without one finding. */
export const withoutFinding = (text: string, finding: Finding): string => replaced(text, [finding])

/** What keeps a text from being published: every sure finding, and each doubtful one whose words nobody has confirmed as harmless. */
export function publicationObstacles(text: string, known: KnownData, confirmed: readonly string[]): Finding[] {
  return findPersonalData(text, known).filter((it) => it.sure || !confirmed.includes(it.words))
}

/** A finding as staff read it: 手机号“…”. */
export const namedFinding = ({ kind, words }: Finding): string => `${personalDataKinds[kind]}“${words}”`
