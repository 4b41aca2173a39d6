import { ACTION_COUNT, namedActions } from '../analysis/actions'
import { fold } from '../analysis/fold'
import { countGrams, isSingle, type Gram } from '../analysis/grams'
import { nameParts } from '../analysis/name-parts'
import { stripNoise } from '../analysis/noise'

/** Weight of text in brackets against the rest of the name. */
const BRACKET_WEIGHT = 0.65
/** Weight of an alias's grams against the name's own. */
const ALIAS_WEIGHT = 0.35
/** Idf and action idf are stored in 20ths, posting weights in 64ths, masses in 32nds of the average. */
const IDF_STEPS = 20
const WEIGHT_STEPS = 64
const MASS_STEPS = 32

/** What is said of an item: its name and all its aliases, staff's and learned. */
export interface IndexedText {
  readonly name: string
  readonly aliases: readonly string[]
}

/** Postings of one gram: item numbers ascending and the weight of each in 64ths (64: once, in the name proper). */
export interface Postings {
  readonly items: number[]
  readonly weights: number[]
}

/** The catalogue's side of the index. */
export interface ItemIndex {
  readonly grams: ReadonlyMap<Gram, Postings>
  readonly idfs: ReadonlyMap<Gram, number>
  readonly masses: Uint8Array
  readonly actions: Uint32Array
  readonly actionIdfs: Uint8Array
}

/** Rarity of something that `count` of `total` items have, in 20ths; the usual BM25 idf. */
const idf = (count: number, total: number): number =>
  Math.min(255, Math.round(IDF_STEPS * Math.log(1 + (total - count + 0.5) / (count + 0.5))))

/** Indexes names and aliases; item numbers are positions in `texts`. */
export function indexItems(texts: readonly IndexedText[]): ItemIndex {
  const grams = new Map<Gram, Postings>()
  const nameCharacters: number[][] = []
  const actions = new Uint32Array(texts.length)
  texts.forEach(({ name, aliases }, item) => {
    const { main, bracketed } = nameParts(fold(name))
    const weights = countGrams(bracketed, countGrams(main), BRACKET_WEIGHT)
    nameCharacters.push([...weights.keys()].filter(isSingle))
    addAliases(weights, aliases)
    actions[item] = namedActions(main + bracketed)
    for (const [gram, weight] of weights) {
      let postings = grams.get(gram)
      if (!postings) grams.set(gram, (postings = { items: [], weights: [] }))
      postings.items.push(item)
      postings.weights.push(Math.min(255, Math.round(weight * WEIGHT_STEPS)))
    }
  })
  const idfs = new Map<Gram, number>()
  for (const [gram, { items }] of grams) idfs.set(gram, idf(items.length, texts.length))
  return { grams, idfs, masses: massesOf(nameCharacters, idfs), actions, actionIdfs: actionIdfsOf(actions) }
}

/** Adds the grams of aliases at a low weight; many aliases of one item share it, so that they cannot drown the names. */
function addAliases(weights: Map<Gram, number>, aliases: readonly string[]): void {
  if (aliases.length === 0) return
  const counts = new Map<Gram, number>()
  for (const alias of aliases) for (const gram of countGrams(stripNoise(fold(alias))).keys()) counts.set(gram, (counts.get(gram) || 0) + 1)
  const share = Math.max(1, Math.sqrt(aliases.length))
  for (const [gram, count] of counts) {
    const weight = ALIAS_WEIGHT * Math.min(1, count / share)
    if ((weights.get(gram) || 0) < weight) weights.set(gram, weight)
  }
}

function massesOf(nameCharacters: readonly number[][], idfs: ReadonlyMap<Gram, number>): Uint8Array {
  const masses = nameCharacters.map((characters) => characters.reduce((sum, character) => sum + (idfs.get(character) || 0), 0))
  const average = masses.reduce((sum, mass) => sum + mass, 0) / (masses.length || 1) || 1
  return Uint8Array.from(masses, (mass) => Math.min(255, Math.round((MASS_STEPS * mass) / average)))
}

function actionIdfsOf(actions: Uint32Array): Uint8Array {
  return Uint8Array.from({ length: ACTION_COUNT }, (_, i) => idf(actions.reduce((count, mask) => count + ((mask >>> i) & 1), 0), actions.length))
}
