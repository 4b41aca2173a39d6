/** Steps of a stored rarity: 20ths. */
export const RARITY_STEPS = 20

/**
 * Natural logarithm of x ≥ 1 from additions, multiplications and divisions only: those are exact to the bit on every
 * machine, while `Math.log` may differ in the last one, and an order of results must not.
 */
export function ln(x: number): number {
  let halvings = 0
  while (x >= 2) {
    x /= 2
    halvings++
  }
  const z = (x - 1) / (x + 1)
  let power = z
  let sum = 0
  for (let odd = 1; odd < 26; odd += 2) {
    sum += power / odd
    power *= z * z
  }
  return 2 * sum + halvings * 0.6931471805599453
}

/** Rarity (idf, as in BM25) of what `count` of `total` items have, in whole 20ths, 0–255. */
export const rarity = (count: number, total: number): number => Math.min(255, Math.round(RARITY_STEPS * ln(1 + (total - count + 0.5) / (count + 0.5))))
