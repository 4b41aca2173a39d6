import { isHan } from '../analysis/characters'
import { foldUnit } from '../analysis/fold'
import { pair } from '../analysis/grams'
import { packTexts, type Texts } from '../snapshot/runs'
import { raritiesOf } from '../snapshot/postings'
import type { Snapshot } from '../snapshot/snapshot'
import { hasStoredGrams, storedPostings } from '../snapshot/stored-grams'

/** Everyday words around a question; they are no typos although no name has them. */
const EVERYDAY =
  '怎么办理 怎样 如何办 请问 咨询 什么 哪里 需要 材料 手续 流程 条件 多少钱 多久 可以 不能 能不能 我想 我要 想要 办个 在哪 地方 时间 我们 你好 没有 有没有 是不是 ' +
  '现在 今年 去年 个人 自己 孩子 小孩 父母 老人 外地 本地 外省 网上 线上 手机 电话 地址 公司 单位 农村 城市 上班 工作 生活 问题 关于 情况 进行 已经 还是 但是 因为 所以 如果 应该 的话'

/** Slots to begin with: enough for the pairs of a centre's catalogue and the lexicon, which would else be moved once. */
const FIRST_ROOM = 1 << 15

/** How often each pair of adjacent characters occurs in the catalogue's names and aliases and the lexicon's words: what a typed pair is judged by. */
export class Vocabulary {
  private keys = new Uint32Array(FIRST_ROOM)
  private counts = new Uint16Array(FIRST_ROOM)
  private size = 0
  /** By character: 1 when it occurs at all. */
  private readonly occurring = new Uint8Array(0xa000)
  /** Where the pairs of names and aliases are stored. */
  private readonly stored?: Snapshot

  constructor(snapshot: Snapshot) {
    const { names, aliases, words } = snapshot.data
    if (hasStoredGrams(snapshot)) this.stored = snapshot
    else for (const texts of [names, aliases]) this.addTexts(texts)
    this.addTexts(words)
    this.addTexts(packTexts([EVERYDAY]))
    if (this.stored) raritiesOf(this.stored).forEach((rarity, unit) => rarity > 0 && (this.occurring[unit] = 1))
  }

  /** Occurrences of a pair, up to 65,535; items instead, where a large catalogue has the pairs stored. */
  count(first: number, second: number): number {
    const counted = this.counts[this.slot((first << 16) | second)]
    return this.stored ? Math.min(65535, counted + storedPostings(this.stored, pair(first, second)).length) : counted
  }

  /** Whether a character occurs at all. */
  has(character: number): boolean {
    return this.occurring[character] === 1
  }

  /** Calls `visit` with every pair that was counted at least `least` times (stored pairs of a large catalogue are not), in no order. */
  eachPair(least: number, visit: (first: number, second: number) => void): void {
    this.counts.forEach((count, slot) => {
      if (count >= least) visit(this.keys[slot] >>> 16, this.keys[slot] & 0xffff)
    })
  }

  private addTexts({ starts, units }: Texts): void {
    for (let text = 0; text + 1 < starts.length; text++) {
      let before = 0
      for (let at = starts[text]; at < starts[text + 1]; at++) {
        const unit = foldUnit(units[at])
        if (isHan(unit)) {
          this.occurring[unit] = 1
          if (before !== 0) this.add((before << 16) | unit)
          before = unit
        } else before = 0
      }
    }
  }

  private add(key: number): void {
    const slot = this.slot(key)
    const count = this.counts[slot]
    if (count < 65535) this.counts[slot] = count + 1
    if (count > 0) return
    this.keys[slot] = key
    if (++this.size * 3 > this.keys.length * 2) this.grow()
  }

  /** Open addressing with linear probing over a table that is at most two thirds full. */
  private slot(key: number): number {
    const wanted = key >>> 0
    const mask = this.keys.length - 1
    let slot = (Math.imul(wanted, 0x9e3779b1) >>> 12) & mask
    while (this.counts[slot] !== 0 && this.keys[slot] !== wanted) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { keys, counts } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.counts = new Uint16Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue
      const slot = this.slot(keys[i])
      this.keys[slot] = keys[i]
      this.counts[slot] = counts[i]
    }
  }
}

/** The snapshot's vocabulary, gathered when first needed. */
export const vocabularyOf = (snapshot: Snapshot): Vocabulary => snapshot.derive('vocabulary', () => new Vocabulary(snapshot))
