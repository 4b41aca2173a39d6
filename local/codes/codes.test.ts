import jsqr from 'jsqr'
import { codeContent } from '../wechat/messages'
import { fakeWeChat } from '../wechat/server'
import { listen } from '../servers'
import { freePort } from '../ports'
import { findFont } from './font'
import type { Label } from './labels'
import { readOptions } from './options'
import { pictureMaker, webAddress } from './pictures'
import { areaPoster, labelSheets, perPage, type PrintedLabel } from './sheets'

const { PNG } = require('pngjs') as { PNG: { sync: { read(bytes: Buffer): { data: Buffer; width: number; height: number } } } }

// Making and reading pictures is work for the processor: a busy machine takes its time.
jest.setTimeout(30_000)

/** What a camera reads from a picture. */
function seen(picture: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture))
  return jsqr(new Uint8ClampedArray(data), width, height)?.data
}
/** A font that every PDF program has, so that the test needs none. */
const font = { file: 'Helvetica' }
/** One pixel, where a picture only takes its place. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64')
const label = (n: number): Label => ({ kind: 'item', scene: `i${n}`, name: `Item ${n} with a long name that goes over two lines of a narrow label and is then cut`, place: '1F', area: 'hr' })
const pages = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length
const options = (args: string[] = []) => readOptions(args) as Exclude<ReturnType<typeof readOptions>, 'help'>
const texts = { centre: 'Centre', hint: 'Scan' }

test('a plain code opens the web app at the page that reads scenes', async () => {
  const picture = await pictureMaker(options(['--web', 'https://zwfw.example.gov.cn']), {}, 280)('i370214010001')
  expect(seen(picture)).toBe('https://zwfw.example.gov.cn/#/pages/open/index?scene=i370214010001')
  expect(webAddress('https://x.example/', 'areal-estate')).toBe('https://x.example/#/pages/open/index?scene=areal-estate')
})

test('a mini-program code comes from WeChat; what it refuses is said in words', async () => {
  const wechat = fakeWeChat({ appid: 'wx-test', secret: 'test-secret' })
  const server = await listen(wechat.app, await freePort(24_000 + Math.floor(Math.random() * 10_000)))
  try {
    const env = { WECHAT_APPID: 'wx-test', WECHAT_SECRET: 'test-secret', WECHAT_URL: server.url }
    expect(seen(await pictureMaker(options(), env, 280)('i370214010001'))).toBe(codeContent('pages/open/index', 'i370214010001'))
    await expect(pictureMaker(options(), { ...env, WECHAT_SECRET: 'x' })('i1')).rejects.toThrow('WECHAT_SECRET 不对')
    wechat.state.failures.push({ path: '/wxa/getwxacodeunlimit', kind: 'expired-token', times: 1, ms: 0 })
    expect((await pictureMaker(options(), env, 280)('i2')).byteLength).toBeGreaterThan(100)
    wechat.state.failures.push({ path: '/wxa/getwxacodeunlimit', kind: 'busy', times: 1, ms: 0 })
    await expect(pictureMaker(options(), env)('i3')).rejects.toThrow('微信正忙')
  } finally {
    await server.stop()
  }
})

test('without WeChat\'s secret one is told what to do', () => {
  expect(() => pictureMaker(options(), {})).toThrow('--web')
})

test('labels fill pages of twelve, and each has its code', async () => {
  const labels: PrintedLabel[] = Array.from({ length: perPage + 1 }, (_, n) => ({ ...label(n), picture }))
  const pdf = await labelSheets(labels, texts, font)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pages(pdf)).toBe(2)
})

test('a poster has one page for a short list and more for a long one', async () => {
  const area: PrintedLabel = { ...label(0), kind: 'area', picture }
  const poster = (count: number) => areaPoster(area, Array.from({ length: count }, (_, n) => label(n)), { ...texts, what: 'What', listTitle: 'Items' }, font)
  expect(pages(await poster(60))).toBe(1)
  expect(pages(await poster(200))).toBe(2)
})

test('the font is the named one, else the first that the system has, else one is told what to do', () => {
  expect(findFont({ font: 'a.ttf' }, () => true)).toEqual({ file: 'a.ttf' })
  expect(() => findFont({ font: 'a.ttf' }, () => false)).toThrow('没有这个字体文件')
  expect(findFont({}, (file) => file.endsWith('simhei.ttf')).file).toContain('simhei')
  expect(() => findFont({}, () => false)).toThrow('fonts-noto-cjk')
})

test.each([['--kinds', 'x'], ['--version', 'x'], ['--centre', '1'], ['--web', 'zwfw.example'], ['--api', 'x']])('%s %s is refused with a sentence', (name, value) => {
  expect(() => readOptions([name, value])).toThrow(name)
})
