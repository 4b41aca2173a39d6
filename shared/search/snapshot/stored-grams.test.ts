import { gramSections } from '../compiler/gram-sections'
import { indexItems } from '../compiler/index-items'
import { search } from '../index'
import { SAMPLE_ITEMS, sampleSnapshot } from '../search.sample'
import { postingsOf } from './postings'
import { Snapshot } from './snapshot'

const gathered = sampleSnapshot()
const aliasesOf = new Map(SAMPLE_ITEMS.map(({ id, aliases }) => [id, aliases || []]))
const index = indexItems(Array.from({ length: gathered.itemCount }, (_, i) => ({ name: gathered.name(i), aliases: aliasesOf.get(gathered.id(i))! })))
const stored = new Snapshot({ ...gathered.data, ...gramSections(index) })

describe('stored grams of a large catalogue', () => {
  test('say the same as gathering them from the names', () => {
    for (const gram of index.grams.keys()) expect(postingsOf(stored, gram)).toEqual(postingsOf(gathered, gram))
    expect(postingsOf(stored, '没'.charCodeAt(0)).list).toHaveLength(0)
    expect(postingsOf(stored, 'nowhere').list).toHaveLength(0)
  })

  test.each(['社保卡丢了', '房子过户', 'sgxkz', '餐饮许可', '教师资格'])('answer %s alike', (question) => {
    expect(search(stored, question).hits.map(({ id }) => id)).toEqual(search(gathered, question).hits.map(({ id }) => id))
  })
})
