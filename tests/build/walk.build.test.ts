import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCatalogueImport } from '../../functions/lambda/import-service'
import { createItemServices } from '../../functions/lambda/item-services'
import { phoneJpeg } from '../../functions/photos/pictures.sample'
import { centre, centreData, eventually, startBackend, type Backend } from '../backend/backend'
import { logicLayer, pageText, type PageInstance } from './logic-layer'
import { phoneOver, tap, type, until } from './phone'

jest.setTimeout(120_000)

const root = join(__dirname, '../..')
let backend: Backend
let app: ReturnType<typeof logicLayer>
let photo: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  ;[backend, photo] = await Promise.all([startBackend(), phoneJpeg(400, 300, 6)])
  const by = { centre, name: '管理员' }
  const imports = createCatalogueImport(backend.core, { get: async () => centreData })
  const source = { format: 'csv', bytes: readFileSync(join(root, 'data/catalogue.csv')), withdrawMissing: false, sample: true } as const
  await imports.commit(by, source, (await imports.preview(by, source)).digest)
  await createItemServices(backend.core).snapshots.build(centre)
  app = logicLayer(join(root, 'dist/weapp'), phoneOver(backend, { openid: 'openid-on-foot', photo }))
})
afterAll(() => backend.stop())

const page = (): PageInstance => {
  if (!app.current) throw new Error('no page is open')
  return app.current
}
const on = (route: string, holds: (text: string) => boolean, wanted: string) => until(() => (app.current?.route === route ? app.current : undefined), holds, wanted)

test('the built mini-program: search, item, tick, complaint with photo, receipt, my complaints, elder mode', async () => {
  // One word in, the item is there, found on the phone itself.
  app.open('/pages/search/index')
  await until(() => app.current, (text) => text.includes('您要办什么事'), 'the search page')
  type(page(), 'search', '食品经营许可')
  await on('pages/search/index', (text) => text.includes('食品经营许可（新办）'), 'the item among the results')
  tap(page(), /食品经营许可（新办）/)

  // Its guide; a material that is ticked stays ticked.
  await on('pages/item/index', (text) => text.includes('营业执照复印件1份') && text.includes('已备好 0/'), 'the guide')
  tap(page(), '营业执照复印件1份')
  await on('pages/item/index', (text) => text.includes('已备好 1/'), 'the tick')

  // A complaint with a photo that goes by WeChat's upload into the photo store.
  app.open('/pages/complain/index')
  await on('pages/complain/index', (text) => text.includes('提交'), 'the form')
  tap(page(), '痛点')
  type(page(), 'complaint-text', '三号窗口等了一个小时，没有叫号。')
  tap(page(), /^添加 0\/6/)
  await on('pages/complain/index', (text) => text.includes('添加 1/6') && text.split('|').includes('提交'), 'the photo sent')
  tap(page(), '提交')

  // The receipt, then what became of it.
  await on('pages/receipt/index', (text) => /ZC-\d{8}-\d{4}/.test(text), 'the receipt')
  const receipt = /ZC-\d{8}-\d{4}/.exec(pageText(page()))?.[0] ?? ''
  tap(page(), /查看进度|看进度/)
  await on('pages/complaint/index', (text) => text.includes(receipt) && text.includes('三号窗口等了一个小时'), 'the complaint')
  app.open('/pages/complaints/index')
  await on('pages/complaints/index', (text) => text.includes('三号窗口等了一个小时'), 'my complaints')
  expect(await eventually(async () => backend.verdicts[0])).toMatchObject({ openid: 'openid-on-foot' })

  // The elder theme's home has few buttons.
  app.open('/pages/search/index')
  await on('pages/search/index', (text) => text.includes('长辈版'), 'the search page again')
  tap(page(), /长辈版/)
  await on('pages/search/index', (text) => text.includes('打电话') && text.includes('我的找茬'), 'the elder home')
  expect(pageText(page())).not.toContain('按类别找')
})

test('a scanned code opens its item cold, and an old address too', async () => {
  const item = '370214010001'
  for (const query of [`scene=${encodeURIComponent(`i${item}`)}`, `q=${encodeURIComponent(encodeURIComponent(`http://old.example.com/view?code=${item}`))}`]) {
    const cold = logicLayer(join(root, 'dist/weapp'), phoneOver(backend, { openid: 'openid-who-scans', photo }))
    cold.open(`/pages/open/index?${query}`)
    await until(() => (cold.current?.route === 'pages/item/index' ? cold.current : undefined), (text) => text.includes('营业执照复印件1份'), 'the item of the code')
    expect(cold.stack).toHaveLength(1)
  }
})
