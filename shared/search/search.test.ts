import fc from 'fast-check'
import { compileSnapshot, explain, highlight, openSnapshot, parseLexicon, search, suggest } from './index'
import { SAMPLE_ITEMS, SAMPLE_LEXICON, sampleSnapshot } from './search.sample'

const snapshot = sampleSnapshot()
const first = (question: string): string | undefined => search(snapshot, question).hits[0]?.id

describe('finding an item', () => {
  test.each([
    ['the official name', '食品经营许可证核发', 'c01'],
    ['the name with a level tag left out', '教师资格认定', 'f01'],
    ['a citizen’s words', '社保卡丢了怎么补办', 'a02'],
    ['a citizen’s words for a house', '请问房子过户需要什么材料', 'b01'],
    ['an alias', '餐饮服务许可证', 'c01'],
    ['traditional characters', '結婚登記', 'e01'],
    ['full-width letters and spaces', '公司　设立', 'd01'],
    ['full pinyin', 'jiehundengji', 'e01'],
    ['initials', 'jhdj', 'e01'],
    ['initials from the middle of a name', 'sgxkz', 'c03'],
    ['initials of a lexicon word', 'yyzz', 'd01'],
    ['pinyin of two words side by side', 'fangchanguohu', 'b01'],
    ['initials of a thing and an action', 'sbkbl', 'a02'],
    ['initials of a verb and a lexicon word', 'byyzz', 'd01'],
    ['Chinese and pinyin mixed', '房产guohu', 'b01'],
    ['an unfinished last syllable', 'jiehundeng', 'e01'],
    ['a homophone typo', '结昏登记', 'e01'],
    ['a homophone in a word of the lexicon that no name has', '房铲', 'b01'],
    ['a place whose letter is no pinyin', 'G市食品经许可证核发', 'c01'],
    ['a doubled character', '结婚婚登记', 'e01'],
    ['a missing character', '食品经许可证核发', 'c01'],
    ['an item code', '370214-0117-1', 'c03'],
    ['part of an item code', '0117', 'c03'],
  ])('by %s', (_, question, id) => {
    expect(first(question)).toBe(id)
  })

  test('the action decides between items of one thing', () => {
    expect(first('食品经营许可证不想开了要注销')).toBe('c02')
    expect(first('食品经营许可证')).toBe('c01')
  })

  test('letters that can be several words bring the items of each', () => {
    const items = [{ id: '1', name: '居住证申领', aliases: ['居住证'] }, { id: '2', name: '接种证补办', aliases: ['接种证'] }]
    const ids = search(openSnapshot(compileSnapshot({ items: [...SAMPLE_ITEMS, ...items] })), 'jzz').hits.map((hit) => hit.id)
    expect(ids.slice(0, 2).sort()).toEqual(['1', '2'])
  })

  test('a typo is put right openly', () => {
    expect(search(snapshot, '结昏登记').didYouMean).toBe('结婚登记')
    expect(search(snapshot, '结婚登记').didYouMean).toBeUndefined()
  })

  test('a question put right is told whole, with what was said before and after', () => {
    expect(search(snapshot, '请问结昏登记了怎么办').didYouMean).toBe('请问结婚登记了怎么办')
    expect(suggest(snapshot, '请问结昏登').map(({ text }) => text)).toContain('结婚登记')
  })

  test('a character missing in a word of three is put in, but none that turns the sense', () => {
    expect(search(snapshot, '社卡遗失').didYouMean).toBe('社保卡遗失')
    const words = parseLexicon('field,kind,words,means\n商事,means,还不干,公司设立登记\n婚姻,means,领结证,结婚登记').entries
    const denying = openSnapshot(compileSnapshot({ items: SAMPLE_ITEMS, lexicon: words }))
    expect(search(denying, '还干').didYouMean).toBeUndefined()
    expect(search(denying, '领证').didYouMean).toBe('领结证')
  })

  test('a word that stands in a name or alias as it is, is not completed', () => {
    const words = parseLexicon('field,kind,words,means\n婚姻,means,结婚登记表,公司设立登记').entries
    const completing = openSnapshot(compileSnapshot({ items: SAMPLE_ITEMS, lexicon: words }))
    expect(search(completing, '结婚登记').didYouMean).toBeUndefined()
    expect(search(completing, '结婚登记').hits[0].id).toBe('e01')
  })

  test('the wording says how sure the engine is', () => {
    expect(search(snapshot, '结婚登记').confidence).toBe('sure')
    expect(search(snapshot, '游泳池水温登记').confidence).toBe('unsure')
    expect(search(snapshot, '猫猫狗狗').confidence).toBe('none')
  })

  test('a question over 200 characters is cut and says so', () => {
    const result = search(snapshot, '结婚登记' + '啊'.repeat(300))
    expect(result.truncated).toBe(true)
    expect(result.hits[0].id).toBe('e01')
  })

  test('display columns come with the hit', () => {
    expect(search(snapshot, '施工许可证').hits[0]).toMatchObject({ department: '行政审批服务局', fields: { floor: '3F' } })
  })

  test('nothing that is typed throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: -5, max: 300 }), (typed, limit) => {
      search(snapshot, typed, { limit, offset: limit, counts: true })
      suggest(snapshot, typed)
    }))
    const words = fc.constantFrom('社保', '卡', 'shebao', 'sbk', '丟了', '２', '（', '怎么', 'zh', ' ', '登记', '婚婚', '370214-', '\ud83d')
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (parts) => void search(snapshot, parts.join(''))))
  })

  test('an unrelated item never takes the first place from an exact name', () => {
    const others = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳]{2,12}$/)
    fc.assert(fc.property(others, fc.constantFrom(...SAMPLE_ITEMS), (name, item) => {
      const larger = openSnapshot(compileSnapshot({ items: [...SAMPLE_ITEMS, { id: 'z99', name }], lexicon: SAMPLE_LEXICON }))
      expect(search(larger, item.name).hits[0].id).toBe(item.id)
    }), { numRuns: 50 })
  })
})

describe('pins', () => {
  const pinned = sampleSnapshot({
    pins: [{ question: '开店', itemIds: ['d01', 'c01'] }, { question: '结婚', itemIds: ['a03'], expiresAt: 2_000_000 }],
  })

  test('stand first for exactly their question, in their order', () => {
    expect(search(pinned, '开 店').hits.slice(0, 2).map((hit) => [hit.id, hit.pinned])).toEqual([['d01', true], ['c01', true]])
    expect(search(pinned, '开店铺').hits[0]?.pinned).not.toBe(true)
  })

  test('end at their expiry', () => {
    expect(search(pinned, '结婚', { now: 1_999_999 }).hits[0].id).toBe('a03')
    expect(search(pinned, '结婚', { now: 2_000_000 }).hits[0].id).toBe('e01')
    expect(search(pinned, '结婚').hits[0].id).toBe('e01')
  })
})

describe('filters', () => {
  test('narrow the hits, and each facet is counted without its own filter', () => {
    const { hits, facets } = search(snapshot, '登记', { filters: { audience: ['法人'], oneWindow: ['1'] }, counts: true })
    expect(hits.map((hit) => hit.id).sort()).toEqual(['b01', 'd01'])
    expect(facets?.audience).toEqual([{ value: '法人', count: 2 }, { value: '个人', count: 1 }])
    expect(facets?.department).toEqual([{ value: '自然资源局', count: 1 }, { value: '行政审批服务局', count: 1 }])
  })

  test('an unknown value finds nothing', () => {
    expect(search(snapshot, '登记', { filters: { area: ['没有的区'] } }).hits).toEqual([])
  })
})

describe('learned aliases', () => {
  test('bring an item up without hiding those whose names say it', () => {
    const learned = sampleSnapshot({ learned: [{ itemId: 'd02', text: '生意不做了' }] })
    expect(search(learned, '生意不做了').hits[0].id).toBe('d02')
    expect(search(learned, '结婚登记').hits[0].id).toBe('e01')
  })
})

describe('what people see beside the hits', () => {
  test('highlights are what the question or its synonyms explain', () => {
    expect(highlight(snapshot, '社保卡丢了', '社会保障卡补领、换领、换发')).toEqual([[0, 7]])
    expect(search(snapshot, '结婚').hits[0].highlights).toEqual([[0, 2]])
  })

  test('completions begin with what is typed, then contain it; at most eight', () => {
    const asked = sampleSnapshot({ questions: [{ text: '社保卡怎么激活', count: 9 }, { text: '我的社保卡', count: 5 }] })
    const texts = suggest(asked, '社保').map((suggestion) => suggestion.text)
    expect(texts.slice(0, 3)).toEqual(['社保卡怎么激活', '社保卡', '我的社保卡'])
    expect(suggest(asked, '登记').length).toBeLessThanOrEqual(8)
    expect(suggest(asked, 'jiehun').map((suggestion) => suggestion.text)).toContain('结婚登记')
  })

  test('of aliases and names that begin with what is typed the shorter come first', () => {
    expect(suggest(snapshot, '食品').map((suggestion) => suggestion.text).slice(0, 2)).toEqual(['食品经营许可证核发', '食品经营许可证注销'])
    const aliased = openSnapshot(compileSnapshot({ items: [...SAMPLE_ITEMS, { id: 'z01', name: '社保关系', aliases: ['社保缴费年限证明', '社保转移'] }] }))
    expect(suggest(aliased, '社保').map((suggestion) => suggestion.text).slice(0, 3)).toEqual(['社保转移', '社保关系', '社保缴费年限证明'])
  })

  test('what many texts go on from is offered before them, and letters are completed as what they mean', () => {
    const aliases = ['社保卡激活', '社保卡丢了', '社保卡密码忘了', '社保卡挂失', '社保卡坏了怎么办']
    const words = parseLexicon('field,kind,words,means\n社保,means,社保卡;社保卡掉,社会保障卡').entries
    const completing = openSnapshot(compileSnapshot({ items: [...SAMPLE_ITEMS, { id: 'z01', name: '社会保障卡启用', aliases }], lexicon: words }))
    const texts = (typed: string): string[] => suggest(completing, typed).map((suggestion) => suggestion.text)
    expect(texts('社').slice(0, 2)).toEqual(['社保卡', '社保卡激活'])
    expect(texts('社')).not.toContain('社保卡掉')
    for (const typed of ['shebaoka', 'sbk', 'she']) expect(texts(typed)[0]).toBe('社保卡')
    expect(texts('shebaoka')).toContain('社保卡激活')
    expect(texts('请问社保卡').slice(0, 2)).toEqual(['社保卡激活', '社保卡丢了'])
  })

  test('an explanation names the synonym and the action', () => {
    const { rank, lines } = explain(snapshot, '社保卡补办', 'a02')
    expect(rank).toBe(1)
    expect(lines.join()).toContain('社会保障卡')
    expect(lines.join()).toContain('补办')
    expect(explain(snapshot, '社保卡补办', 'e01').rank).toBe(0)
  })
})
