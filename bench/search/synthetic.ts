import { randomFrom } from '../measure'

/** Kinds of place names and situations that real catalogues put around an item's name. */
const PLACES = ['城东', '城西', '城南', '城北', '高新区', '开发区', '河西', '江北', '湖滨', '南山', '东风', '新华', '解放', '和平', '民主', '金山', '银河', '龙泉', '青山', '白云']
const UNITS = ['街道', '镇', '乡', '片区']
const SITUATIONS = ['个人', '企业', '单位', '首次', '到期', '遗失', '损毁', '委托他人', '网上', '窗口', '承诺件', '即办件', '居住地', '户籍地', '需现场核查', '不需现场核查']

/**
 * Names of a made-up catalogue: every real name once, in an order of its own, then real names with a place before them
 * or a situation in brackets after them. Names are unique; the same seed gives the same names.
 * @param real names to start from, unique
 * @param count how many are wanted
 */
export function syntheticNames(real: readonly string[], count: number, seed: number): string[] {
  const random = randomFrom(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]
  const names = new Set<string>()
  const order = [...real]
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[order[i], order[other]] = [order[other], order[i]]
  }
  for (const name of order.slice(0, count)) names.add(name)
  for (let tries = 0; names.size < count; tries++) {
    if (tries > count * 50) throw new Error(`${real.length} real names are too few for ${count} made-up ones`)
    const place = random() < 0.6 ? pick(PLACES) + pick(UNITS) : ''
    const situation = !place || random() < 0.6 ? `（${pick(SITUATIONS)}${random() < 0.3 ? `、${pick(SITUATIONS)}` : ''}）` : ''
    names.add(`${place}${pick(real)}${situation}`)
  }
  return [...names]
}

/** Numbers 0…count−1 with the share of Zipf's law (exponent 1): number k comes up in proportion to 1 / (k + 1). */
export function zipf(count: number, seed: number): () => number {
  const random = randomFrom(seed)
  const reached = new Float64Array(count)
  for (let k = 0, sum = 0; k < count; k++) reached[k] = sum += 1 / (k + 1)
  return () => {
    const wanted = random() * reached[count - 1]
    let low = 0
    for (let high = count - 1; low < high; ) {
      const middle = (low + high) >> 1
      if (reached[middle] < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
