import writeXlsxFile from 'write-excel-file/node'
import type { Area } from '@shared/centre/centre'
import { readCatalogue } from './read'

const areas: Area[] = [{ id: 'social-insurance', name: '社保', floors: ['1F'], what: '社保', plan: [] }]
const read = (bytes: Uint8Array | string, format: 'csv' | 'jsonl' | 'xlsx') => readCatalogue(Buffer.from(bytes as string), format, areas)
const names = async (bytes: Uint8Array | string, format: 'csv' | 'jsonl' | 'xlsx') => (await read(bytes, format)).items.map(({ content }) => content.name)

const csv = '序号,事项名称,实施主体,办理地点\r\n1,社会保障卡申领,区社会保险事业中心,社保\r\n2,失业登记,,\r\n'

/** Text as GBK, the encoding of CSV files saved by office programs in China, through the decoder's own table. */
function gbk(text: string): Uint8Array {
  const code = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = new TextDecoder('gbk').decode(new Uint8Array([high, low]))
      if (character.length === 1 && character !== '\ufffd') code.set(character, [high, low])
    }
  }
  return new Uint8Array([...text].flatMap((character) => code.get(character) ?? [character.charCodeAt(0)]))
}

test.each([
  ['UTF-8', Buffer.from(csv)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv}`)],
  ['GBK, as WPS saves it', gbk(csv)],
  ['UTF-16, as Excel saves Unicode text', Buffer.from(`\ufeff${csv}`, 'utf16le')],
])('a CSV file in %s is read', async (_, bytes) => {
  expect(await names(bytes, 'csv')).toEqual(['社会保障卡申领', '失业登记'])
})

test('columns that a catalogue has no place for are named, not silently dropped', async () => {
  expect((await read(csv, 'csv')).ignored).toEqual(['序号'])
})

test('an XLSX file is read, numbers as they are written', async () => {
  const bytes = await writeXlsxFile([
    [{ value: '事项名称' }, { value: '事项编码' }, { value: '到现场次数' }, { value: '告知承诺' }],
    [{ value: '失业登记' }, { value: 370214200602, type: Number }, { value: 1, type: Number }, { value: true, type: Boolean }],
  ]).toBuffer()
  const { items, problems } = await read(bytes, 'xlsx')
  expect(problems).toEqual([])
  expect(items[0]).toMatchObject({ id: '370214200602', content: { name: '失业登记', code: '370214200602', visits: 1, informCommit: true } })
})

test('a JSONL file as other places publish it is read, details included', async () => {
  const line = { id: 'C1', name: '被拐儿童身份证明', department: '公安局', category: '公共服务', itemCode: '511A-1-00', details: { 承诺办结时限: '1个工作日', 是否收费: '否', 咨询方式: ['0431-110', '0431-2'], 申请材料: ['户口簿', '身份证'], 办理地点: ['某路1号'] } }
  const { items, problems, ignored } = await read(JSON.stringify(line), 'jsonl')
  expect(problems).toEqual([])
  expect(ignored).toEqual(['id', '办理地点'])
  expect(items).toEqual([{ id: '511A-1-00', content: expect.objectContaining({ type: '公共服务', committedLimit: 1, fee: '不收费', telephone: '0431-110', materials: ['户口簿', '身份证'] }) }])
})

test('each bad row is named by its number and column, and the rest is checked too', async () => {
  const { problems } = await read('事项名称,事项编码,服务区,法定办结时限\n,1,,\n\n失业登记,2,宠物区,很快\n就业登记,3,,\n工伤认定,3,,', 'csv')
  expect(problems).toEqual([
    { row: 2, column: '事项名称', problem: '请填写' },
    { row: 4, column: '服务区', problem: expect.stringContaining('社保') },
    { row: 4, column: '法定办结时限', problem: expect.stringContaining('工作日') },
    { row: 6, column: '事项编码', problem: '与第 5 行重复' },
  ])
})

test('a title above the heading does no harm', async () => {
  expect(await names('城阳区事项目录,\n事项名称,部门\n失业登记,人社局\n', 'csv')).toEqual(['失业登记'])
})

test.each<[string, 'csv' | 'jsonl' | 'xlsx', string]>([
  ['编码,部门\n1,2', 'csv', '没有找到“事项名称”这一列，请检查表头'],
  ['事项名称\n"失业登记', 'csv', '第 2 行：引号没有成对'],
  ['', 'csv', '没有找到“事项名称”这一列，请检查表头'],
  ['事项名称\n', 'csv', '文件里没有事项'],
  ['PK not a zip', 'xlsx', '这不是 XLSX 文件；旧的 XLS 文件请先另存为 XLSX'],
  ['[1]', 'jsonl', '这一行不是 JSON 对象'],
])('%j is refused with a sentence', async (text, format, problem) => {
  expect((await read(text, format)).problems).toEqual([expect.objectContaining({ problem })])
})

test('a damaged XLSX file is refused, and one that would unpack to gigabytes is not unpacked', async () => {
  const bytes = Buffer.from(await writeXlsxFile([[{ value: '事项名称' }], [{ value: '失业登记' }]]).toBuffer())
  const damaged = Buffer.from(bytes).fill(0x41, 60, 200)
  expect((await read(damaged, 'xlsx')).problems[0]?.problem).toBe('XLSX 文件已损坏，读不出来')
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  const bomb = Buffer.from(bytes)
  bomb.writeUInt32LE(0xfffffff0, entry + 24)
  expect((await read(bomb, 'xlsx')).problems[0]?.problem).toBe('XLSX 文件展开后太大')
})
