import * as v from 'valibot'
import { kept } from './kept'

const list = v.object({ item: v.string(), name: v.string(), total: v.number(), ticked: v.array(v.string()) })
/** Which materials of an item are ready; a material is known by its words, so a changed one is asked for again. */
export type MaterialsList = v.InferOutput<typeof list>

/** Most lists kept; the one longest untouched falls out. */
export const mostLists = 60

/** Ticks a material, or takes the tick back; the list moves to the front, and one without a tick is forgotten. */
export function tick(lists: readonly MaterialsList[], item: { readonly id: string; readonly name: string; readonly materials: readonly string[] }, material: string): readonly MaterialsList[] {
  const before = tickedOf(lists, item)
  const ticked = before.includes(material) ? before.filter((other) => other !== material) : [...before, material]
  const others = lists.filter((one) => one.item !== item.id)
  if (ticked.length === 0) return others
  return [{ item: item.id, name: item.name, total: item.materials.length, ticked }, ...others].slice(0, mostLists)
}

/** The ticked materials that the item still asks for. */
export function tickedOf(lists: readonly MaterialsList[], item: { readonly id: string; readonly materials: readonly string[] }): string[] {
  return lists.find((one) => one.item === item.id)?.ticked.filter((material) => item.materials.includes(material)) ?? []
}

/** The materials lists of this device, last touched first. */
export const materialsLists = kept<readonly MaterialsList[]>({
  key: 'materials-lists',
  version: 1,
  empty: [],
  parse: (value) => {
    if (!Array.isArray(value)) return undefined
    return value.flatMap((one) => {
      const parsed = v.safeParse(list, one)
      return parsed.success ? [parsed.output] : []
    })
  },
})
