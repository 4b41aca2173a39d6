import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { centre } from '@shared/centre/centre'
import { readCatalogue } from '../../functions/items/import/read'
import { figures, holds } from './check'

const areas = v.parse(centre, JSON.parse(readFileSync('data/centre.json', 'utf8'))).areas
const catalogue = readFileSync('data/catalogue.csv', 'utf8')
const wrong = async (text: string) => {
  const { items } = await readCatalogue(Buffer.from(text), 'csv', areas)
  return figures(items.map(({ content }) => content)).filter((figure) => !holds(figure)).map(({ title }) => title)
}

test('the shipped catalogue bears out every published figure', async () => {
  expect(await wrong(catalogue)).toEqual([])
})

test('a missing item is noticed', async () => {
  const lines = catalogue.trimEnd().split('\n')
  expect(await wrong(lines.slice(0, -1).join('\n'))).toEqual(expect.arrayContaining(['事项', '不同的事项名称']))
})

test('an associated item outside sole review is noticed', async () => {
  expect(await wrong(catalogue.replace('是,是,否,否\n', '否,是,否,否\n'))).toEqual(['其中独任审核（88.2%）', '其中独任审核'])
})

test('every row of the shipped catalogue reads without a problem', async () => {
  const { problems, ignored } = await readCatalogue(Buffer.from(catalogue), 'csv', areas)
  expect({ problems, ignored }).toEqual({ problems: [], ignored: [] })
})
