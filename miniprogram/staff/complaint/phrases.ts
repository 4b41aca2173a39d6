import { startingPhrases } from '../../texts/staff/complaints'
import { kept } from '../../state/kept'

const most = 40

/** A phrase put first in the list; one that is there already stays where it is. */
export function withPhrase(phrases: readonly string[], phrase: string): readonly string[] {
  const text = phrase.trim()
  return text === '' || phrases.includes(text) ? phrases : [text, ...phrases].slice(0, most)
}

/** A text with a phrase after it, on a line of its own when the text has come to the end of a sentence. */
export const withAppended = (text: string, phrase: string): string => text + (/[。！？：:!?]$/.test(text) ? '\n' : '') + phrase

/** Ready phrases (常用语) for answers, kept on this device. */
export const readyPhrases = kept<readonly string[]>({
  key: 'staff-phrases',
  version: 1,
  empty: startingPhrases,
  parse: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined),
})
