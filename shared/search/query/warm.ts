import type { Snapshot } from '../snapshot/snapshot'
import type { SearchResult } from '../types'
import { search } from './search'

/** Everyday questions in every manner of typing, growing as they do while one types. */
const GROWING = [
  'sf', 'sfz', 'sfzb', 'gjj', 'zs', 'hu', 'huk', 'huko', 'hukou', 'fang', 'fangchan', '身', '身份', '身份证', '身份证丢', '身份证丢了怎么', '身份证丢了怎么补办', '户囗迁移', '房产guohu',
  'b', 'bd', 'bdc', 'bdcd', 'bdcdj', 'y', 'ya', 'yang', 'yangl', 'yanglao', 'yanglaoj', '医', '医保', '医保转', '医保转到外', '医保转到外地', 'x', 'xs', 'xsz', 'ji', 'jia', 'jias', 'jiash', 'jiashi', 'jiashiz', '残', '残疾', '残疾证怎', '残疾证怎么年审',
  'sha', 'shan', 'shang', 'w', 'ws', 'wsx', 'wsxk', 'qyz', 'qyzx', 'tuix', 'tuixi', 'lihunz',
] as const

/** A slip (社保咔 for 社保卡) and initials: between them they ask for all that questions derive from a snapshot. */
const QUESTIONS = ['社保咔', 'sbk'] as const

/**
 * Makes what questions derive from a snapshot (known pairs, places of sounds, word table), so that the first person need not wait
 * for it; some milliseconds, to be spent while nobody waits.
 */
export function warm(snapshot: Snapshot): void {
  for (const question of QUESTIONS) search(snapshot, question, { limit: 1 })
}

/**
 * For a phone on which nobody has asked yet: searches to be made one by one while nobody waits, so that the JavaScript engine has compiled
 * the search when the first letter is typed. Until then letters take several times as long. Nothing is kept but what `warm` derives too.
 * @param limit how many hits each search gives, as the page asks for them
 */
export const rehearsal = (snapshot: Snapshot, limit: number): readonly (() => SearchResult)[] => GROWING.map((question) => () => search(snapshot, question, { limit }))
