import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import * as v from 'valibot'
import { centre } from '@shared/centre/centre'
import type { ItemContent } from '@shared/items/item'
import { readCatalogue, type CatalogueFormat } from '../../functions/items/import/read'

const HELP = `npm run catalogue:check [-- FILE [--centre-file FILE]]

Proves the published figures of the first centre from the data itself (default: data/catalogue.csv and data/centre.json),
prints a table and ends with 1 when a figure or a row is wrong.`

/** One published figure: what the data says, and what was published. */
interface Figure {
  readonly title: string
  readonly found: number
  readonly wanted: number
  readonly atLeast?: boolean
}

const oneWindowClasses = ['商事经贸', '社会事务', '文教卫健']

/** The figures published by the centre (docs/catalogue.md names their sources), counted in a catalogue. */
export function figures(items: readonly ItemContent[]): Figure[] {
  const count = (holds: (item: ItemContent) => boolean) => items.filter(holds).length
  const different = (of: (item: ItemContent) => unknown) => new Set(items.map(of)).size
  const approval = (item: ItemContent) => item.type === '行政许可'
  return [
    { title: '事项', found: items.length, wanted: 512 },
    { title: '不同的事项名称', found: different((item) => item.name), wanted: 512 },
    { title: '不同的事项编码', found: different((item) => item.code), wanted: 512 },
    { title: '服务区', found: different((item) => item.area), wanted: 7 },
    { title: '没有服务区的事项', found: count((item) => item.area === undefined), wanted: 0 },
    { title: '行政许可', found: count(approval), wanted: 110 },
    { title: '其中独任审核（88.2%）', found: count((item) => approval(item) && item.soleReview), wanted: 97 },
    { title: '行政许可以外的独任审核', found: count((item) => !approval(item) && item.soleReview), wanted: 0 },
    { title: '关联事项', found: count((item) => item.associated), wanted: 27 },
    { title: '其中独任审核', found: count((item) => item.associated && item.soleReview), wanted: 27 },
    { title: '一窗受理', found: count((item) => item.windowClass !== undefined), wanted: 77 },
    { title: '其中商事经贸、社会事务、文教卫健', found: count((item) => oneWindowClasses.includes(item.windowClass ?? '')), wanted: 77 },
    { title: '一窗受理的类别', found: new Set(items.map((item) => item.windowClass).filter(Boolean)).size, wanted: 3 },
    {
      title: '条件、材料和时限写全的事项', wanted: 150, atLeast: true,
      found: count((item) => item.conditions.length > 0 && item.materials.length > 0 && (item.committedLimit ?? item.legalLimit) !== undefined),
    },
  ]
}

/** Whether the data bears a figure out. */
export const holds = ({ found, wanted, atLeast }: Figure): boolean => (atLeast ? found >= wanted : found === wanted)

/** Chinese characters are two columns wide in a terminal. */
const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)))

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP)
    return 0
  }
  const at = args.indexOf('--centre-file')
  const centreFile = at >= 0 ? args[at + 1] ?? '' : 'data/centre.json'
  const file = args.find((arg, i) => !arg.startsWith('-') && (at < 0 || i !== at + 1)) ?? 'data/catalogue.csv'
  const { areas } = v.parse(centre, JSON.parse(readFileSync(centreFile, 'utf8')))
  const { items, problems } = await readCatalogue(readFileSync(file), (extname(file).slice(1) || 'csv') as CatalogueFormat, areas)
  for (const { row, column, problem } of problems) console.error(`第 ${row} 行，${column}：${problem}`)
  const table = figures(items.map(({ content }) => content))
  console.log(`${resolve(file)}\n`)
  for (const figure of table) {
    console.log(`${holds(figure) ? '✓' : '✗'} ${padded(figure.title, 36)}${String(figure.found).padStart(6)}   ${figure.atLeast ? '≥' : '='} ${figure.wanted}`)
  }
  const wrong = problems.length + table.filter((figure) => !holds(figure)).length
  console.log(wrong === 0 ? '\n全部相符' : `\n${wrong} 处不符`)
  return wrong === 0 ? 0 : 1
}

if (process.argv[1] && resolve(process.argv[1]) === resolve(__filename)) {
  void main(process.argv.slice(2)).then((code) => { process.exitCode = code })
}
