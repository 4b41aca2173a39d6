/** Weight of a gram within brackets against the name proper. */
export const BRACKET_WEIGHT = 0.65

/** Weight of a gram of an alias (别名) against the name's own. */
export const ALIAS_WEIGHT = 0.35

/** Weight of a gram that `hits` of an item's `count` aliases have: many aliases share it, so that they cannot drown the names. */
export const aliasWeight = (hits: number, count: number): number => ALIAS_WEIGHT * Math.min(1, hits / Math.sqrt(count))

/** Weights are stored in 64ths, at most 255 of them. */
export const toStoredWeight = (weight: number): number => Math.min(255, Math.round(weight * 64))
