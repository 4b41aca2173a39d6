import { startingPhrases } from '../../texts/staff/complaints'
import { kept } from '../../state/kept'

const most = 40

/** A phrase put first in the list; one that is there already stays where it is. */
export function withPhrase(phrases: readonly string[], phrase: string): readonly string[] {
  const text = phrase.trim()
  return text === '' || phrases.includes(text) ? phrases : [text, ...phrases].slice(0, most)
}

/** A text with a phrase put in at the cursor's place (its end when that is not known), on a line of its own when the text before it has ended. */
export function withInserted(text: string, phrase: string, at = text.length): string {
  const before = text.slice(0, at)
  const gap = before === '' || /\s$/.test(before) ? '' : /[。！？：:!?]$/.test(before) ? '\n' : ''
  return before + gap + phrase + text.slice(at)
}

/** Ready phrases (常用语) for answers, kept on this device. */
export const readyPhrases = kept<readonly string[]>({
  key: 'staff-phrases',
  version: 1,
  empty: startingPhrases,
  parse: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined),
})
