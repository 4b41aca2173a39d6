/** Classes of UTF-16 units after folding: Han, letter or digit; everything else separates. */

/** A Han character of the basic plane (CJK Unified Ideographs and extension A). */
export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

/** A lower-case Latin letter. */
export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122

/** An ASCII digit. */
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** A letter or a digit: what Latin tokens are made of. */
export const isAlphanumeric = (unit: number): boolean => isLetter(unit) || isDigit(unit)
