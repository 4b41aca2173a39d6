import { ACTION_COUNT, namedActions } from '../analysis/actions'
import { fold } from '../analysis/fold'
import { countGrams, isSingle, type Gram } from '../analysis/grams'
import { nameParts } from '../analysis/name-parts'
import { aliasWeight, BRACKET_WEIGHT, toStoredWeight } from '../analysis/name-weights'
import { stripNoise } from '../analysis/noise'
import { rarity } from '../analysis/rarity'

/** Masses are stored in 32nds of the average. */
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

/** The catalogue's side of the index: all grams, pairs too, for whoever has to know what the catalogue says. */
export interface ItemIndex {
  readonly itemCount: number
  readonly grams: ReadonlyMap<Gram, Postings>
  readonly masses: Uint8Array
  readonly actions: Uint32Array
  readonly actionIdfs: Uint8Array
}

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
      postings.weights.push(toStoredWeight(weight))
    }
  })
  return { itemCount: texts.length, grams, masses: massesOf(nameCharacters, grams), actions, actionIdfs: actionIdfsOf(actions) }
}

/** Adds the grams of aliases where the name has them less. */
function addAliases(weights: Map<Gram, number>, aliases: readonly string[]): void {
  const hits = new Map<Gram, number>()
  for (const alias of aliases) for (const gram of countGrams(stripNoise(fold(alias))).keys()) hits.set(gram, (hits.get(gram) || 0) + 1)
  for (const [gram, count] of hits) {
    const weight = aliasWeight(count, aliases.length)
    if ((weights.get(gram) || 0) < weight) weights.set(gram, weight)
  }
}

function massesOf(nameCharacters: readonly number[][], grams: ReadonlyMap<Gram, Postings>): Uint8Array {
  const weigh = (character: number): number => rarity(grams.get(character)!.items.length, nameCharacters.length)
  const masses = nameCharacters.map((characters) => characters.reduce((sum, character) => sum + weigh(character), 0))
  const average = masses.reduce((sum, mass) => sum + mass, 0) / (masses.length || 1) || 1
  return Uint8Array.from(masses, (mass) => Math.min(255, Math.round((MASS_STEPS * mass) / average)))
}

const actionIdfsOf = (actions: Uint32Array): Uint8Array =>
  Uint8Array.from({ length: ACTION_COUNT }, (_, i) => rarity(actions.reduce((count, mask) => count + ((mask >>> i) & 1), 0), actions.length))
