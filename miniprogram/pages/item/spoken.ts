import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { hoursLines } from '@shared/centre/opening-hours'
import { texts } from '../../texts'
import { factsOf, placeOf } from './guide'

const words = texts.item

/** Facts that say nothing to the ear: long numbers, names for the files. */
const unspoken: readonly string[] = [words.code, words.type]

const said = (name: string, what: string) => `${name}：${what}。`

/** The guide as one would read it to somebody: a sentence each, in the order in which they are needed; what is not in the data is left out. */
export function spokenOf(item: Item, centre: Centre | undefined): string[] {
  const place = centre ? placeOf(item, centre) : undefined
  const hours = centre ? hoursLines(centre.hours).filter(({ outsideWorkingTime }) => item.outsideHours || !outsideWorkingTime) : []
  return [
    `${item.name}。`,
    ...(item.state === 'withdrawn' ? [words.withdrawn] : []),
    ...(place?.words ? [said(words.where, place.windows ? `${place.words}，${place.windows}` : place.words)] : []),
    ...(hours.length > 0 ? [said(words.when, hours.map(({ days, times }) => `${days}，${times.replace(/–/g, '到')}`).join('；'))] : []),
    ...(item.materials.length > 0 ? [words.spokenMaterials(item.materials.length), ...item.materials.map((material, index) => words.spokenMaterial(index + 1, material))] : []),
    ...factsOf(item).filter(({ name, missing }) => !missing && !unspoken.includes(name)).map(({ name, words: what }) => said(name, what)),
  ]
}
