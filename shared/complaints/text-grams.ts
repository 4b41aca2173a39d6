import { isHan } from '../search/analysis/characters'
import { fold } from '../search/analysis/fold'
import { eachGram, isSingle, type Gram } from '../search/analysis/grams'

/** Adjacent pairs of Han characters in a text, each once, folded (full-width, traditional and so on as one). */
export function hanPairs(text: string): Set<string> {
  const folded = fold(text)
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < folded.length; i++) if (isHan(folded.charCodeAt(i)) && isHan(folded.charCodeAt(i + 1))) pairs.add(folded.slice(i, i + 2))
  return pairs
}

/** What texts are compared by: pairs of Han characters as the search engine counts them, and each run of two or more letters or digits. */
export function textGrams(text: string): Set<Gram> {
  const grams = new Set<Gram>()
  eachGram(fold(text), (gram) => {
    if (typeof gram === 'string' ? gram.length > 1 : !isSingle(gram)) grams.add(gram)
  })
  return grams
}
