import { parseLexicon } from './parse-lexicon'

const HEADER = 'field,kind,words,means'
const parse = (...rows: string[]): ReturnType<typeof parseLexicon> => parseLexicon([HEADER, ...rows].join('\r\n'))

describe('lexicon file', () => {
  test('one-way lines and groups, with weights', () => {
    const { entries, problems } = parse('房产,means,过户;转到名下,转移登记;转移*0.8', '通用,same,核准;批准*0.7,')
    expect(problems).toEqual([])
    expect(entries).toEqual([
      { field: '房产', kind: 'means', words: [{ text: '过户', weight: 1 }, { text: '转到名下', weight: 1 }], means: [{ text: '转移登记', weight: 1 }, { text: '转移', weight: 0.8 }] },
      { field: '通用', kind: 'same', words: [{ text: '核准', weight: 1 }, { text: '批准', weight: 0.7 }], means: [] },
    ])
  })

  test('quoted cells and a byte-order mark are read', () => {
    expect(parseLexicon(`\ufeff${HEADER}\n"房产","means","过户","转移""登记"\n`).entries[0].means[0].text).toBe('转移"登记')
  })

  test.each([
    ['房产,mean,过户,转移', 2, 2, '类型应为 means 或 same'],
    ['房产,means,过户,', 2, 3, '缺少释义'],
    ['房产,means,过户,转移*2', 2, 4, '权重应在0到1之间'],
    ['房产,means,过户;;转让,转移', 2, 3, '有空的词'],
    ['房产,same,过户,转移', 2, 4, '同义组不应另有释义'],
    ['房产,same,过户,', 2, 3, '同义组至少要有两个词'],
    [',means,过户,转移', 2, 1, '缺少领域'],
    ['房产,means,过户;过户,转移', 2, 3, '重复'],
    ['房产,means', 2, 2, '应有4列'],
  ])('%s is a mistake with its place', (row, line, column, message) => {
    const { entries, problems } = parse(row, '婚姻,means,扯证,结婚登记')
    expect(entries.map((entry) => entry.field)).toEqual(['婚姻'])
    expect(problems[0]).toMatchObject({ row: line, column: expect.any(Number), message: expect.stringContaining(message) })
    expect(problems[0].message).toContain(`第${line}行`)
    expect(column).toBeGreaterThan(0)
  })

  test('a quote that is never closed is a mistake, not the end of the lexicon', () => {
    expect(parse('房产,means,"过户,转移', '婚姻,means,扯证,结婚登记').problems[0].message).toContain('引号没有成对')
  })

  test('a file without its header is refused', () => {
    expect(parseLexicon('房产,means,过户,转移').problems[0].message).toContain('表头')
  })
})
