import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startHouse, type House } from '../../local/house'
import { silentProgress } from '../../local/progress'
import { launchChromium } from '../chromium'

/** Everyone can use it: accessibility rules on every page in every theme, the keyboard alone, the elder theme, reading aloud, and a network that goes. */

const root = join(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'house-'))

let house: House
let browser: Browser
let citizen: BrowserContext
let page: Page
let complaint = ''
let item = ''

beforeAll(async () => {
  house = await startHouse({ root, folder, port: 29_180, progress: silentProgress })
  browser = await launchChromium()
  citizen = await browser.newContext({ viewport: { width: 375, height: 740 }, locale: 'zh-CN' })
  await citizen.addInitScript(speaks)
  page = await citizen.newPage()
}, 300_000)

afterEach(() => citizen.setOffline(false))

afterAll(async () => {
  await browser?.close()
  await house?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

/** A browser with a Chinese voice that notes what it is given, and never comes to an end by itself. */
function speaks(): void {
  const said: string[] = []
  const speech = { getVoices: () => [{ lang: 'zh-CN', localService: true }], speak: ({ text }: { text: string }) => said.push(text), cancel: () => said.push('■'), addEventListener() {}, removeEventListener() {} }
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.assign(window, { SpeechSynthesisUtterance: class { constructor(public text: string) {} }, said })
}

/** Old pages stay in the document: only what can be seen counts. */
const see = (text: string | RegExp, on = page) => on.getByText(text).locator('visible=true').first()
const appears = (text: string | RegExp, on = page) => see(text, on).waitFor({ state: 'visible', timeout: 20_000 })

async function open(path: string, says: string | RegExp, on = page): Promise<void> {
  await on.goto('about:blank')
  await on.goto(path.startsWith('http') ? path : `${house.url}${path}`)
  await appears(says, on)
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Breaches that axe calls serious or critical, with the place; in the themes other than the standard one only what a theme can change. */
async function breaches(on: Page, at: string): Promise<string[]> {
  await on.addScriptTag({ content: axe.source })
  const found: string[] = []
  for (const theme of ['standard', 'dark', 'elder', 'elder in the dark']) {
    await on.emulateMedia({ colorScheme: theme.includes('dark') ? 'dark' : 'light' })
    // What PageFrame does when the elder theme is chosen.
    await on.evaluate((elder) => {
      document.documentElement.classList.toggle('elder', elder)
      document.querySelectorAll('.screen').forEach((screen) => screen.classList.toggle('screen--elder', elder))
    }, theme.includes('elder'))
    const { violations } = await on.evaluate(
      ({ tags, only }) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: only ?? tags, resultTypes: ['violations'] }),
      { tags: standard, only: theme === 'standard' ? undefined : ['color-contrast', 'target-size'] })
    for (const { id, impact, nodes } of violations) {
      if (impact === 'serious' || impact === 'critical') for (const node of nodes) found.push(`${at}, ${theme}: ${id} ${node.html.slice(0, 160)}`)
    }
  }
  await on.emulateMedia({ colorScheme: 'light' })
  return found
}

test('with the keyboard alone a citizen finds an item, ticks a material and raises a complaint', async () => {
  await open('', '您要办什么事？')
  await tabTo(() => document.activeElement?.matches('input') ?? false)
  await page.keyboard.type('结婚')
  await page.locator('.row').filter({ hasText: /结婚登记/ }).locator('visible=true').first().waitFor()
  await tabTo(() => document.activeElement?.getAttribute('aria-label') === '清空')
  await page.keyboard.press('Enter')
  // The box is empty, the cursor is in it, and the rows that wait for the next question are nobody's.
  await appears('您要办什么事？')
  expect(await page.locator('.row[role=link]').locator('visible=true').count()).toBe(0)
  await page.keyboard.type('社保卡丢了')
  await page.locator('.row').filter({ hasText: /社会保障卡/ }).locator('visible=true').first().waitFor()
  await tabTo(() => document.activeElement?.matches('.row[role=link]') ?? false)
  await page.keyboard.press('Enter')
  await appears('要带什么')
  item = /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? ''
  await tabTo(() => document.activeElement?.getAttribute('role') === 'checkbox')
  await page.keyboard.press('Space')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-checked') === 'true')
  await tabTo(() => /找茬/.test(document.activeElement?.textContent ?? '') && document.activeElement?.getAttribute('role') === 'button', 'back')
  await page.keyboard.press('Enter')
  await appears('办事遇到不顺，请告诉我们')
  await tabTo(() => document.activeElement?.getAttribute('role') === 'radio')
  await page.keyboard.press('Space')
  await tabTo(() => document.activeElement?.tagName === 'TEXTAREA')
  await page.keyboard.type('自助机缺纸，等了半个小时')
  await tabTo(() => document.activeElement?.textContent === '提交')
  await page.keyboard.press('Enter')
  await appears('提交成功')
  complaint = /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? ''
  expect(complaint).not.toBe('')
}, 60_000)

/** Presses Tab until what has the focus is the one meant; in a visible outline, or it would not be known where one is. */
async function tabTo(meant: () => boolean, direction: 'on' | 'back' = 'on'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(direction === 'on' ? 'Tab' : 'Shift+Tab')
    if (!await page.evaluate(meant)) continue
    const outlined = await page.evaluate(() => {
      const focused = document.activeElement as Element
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      return focused.matches('input,textarea') || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
    })
    expect(outlined).toBe(true)
    return
  }
  throw new Error(`Tab never comes to ${meant.toString()}`)
}

test('no page breaks an accessibility rule that matters, by day, in the dark, or in the elder theme', async () => {
  const pages: [path: string, says: string | RegExp][] = [
    ['', '按类别找'],
    ['#/pages/browse/index', '按类别找'],
    ['#/pages/items/index?facet=area&value=social-insurance&name=x', /共 \d+ 个事项/],
    [`#/pages/item/index?id=${item}`, '要带什么'],
    ['#/pages/hall/index', '服务时间'],
    ['#/pages/complain/index', '是哪一类'],
    ['#/pages/receipt/index?id=x&receipt=ZC-20261123-0001', '查看进度'],
    [`#/pages/complaint/index?id=${complaint}`, '办理经过'],
    ['#/pages/complaints/index', /自助机缺纸/],
    ['#/pages/answers/index', '还没有公开的答复'],
    ['#/pages/favourites/index', '还没有收藏'],
    ['#/pages/materials/index', /还差|已备齐/],
    ['#/pages/messages/index', /消息|已提交/],
    ['#/pages/me/index', '长辈版'],
    ['#/pages/privacy/index', '不收集的'],
    ['#/pages/about/index', '本服务'],
  ]
  const found: string[] = []
  for (const [path, says] of pages) {
    await open(path, says)
    found.push(...await breaches(page, path))
  }
  await open('#/pages/hall/index', '服务时间')
  await page.locator('.row[role=link]').locator('visible=true').first().click()
  await appears('这里能办的事项')
  found.push(...await breaches(page, 'a sheet'))
  expect(found).toEqual([])
}, 120_000)

test('neither do the staff pages', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const desk = await context.newPage()
  await open(house.staffUrl, '工作人员登录', desk)
  const found = await breaches(desk, 'sign-in')
  await desk.locator('#sign-in-username').locator('visible=true').locator('input').or(desk.locator('input#sign-in-username')).first().fill(house.staff.username)
  await desk.locator('#sign-in-password').locator('visible=true').locator('input').or(desk.locator('input#sign-in-password')).first().fill(house.staff.password)
  await desk.keyboard.press('Enter')
  await see(/自助机缺纸/, desk).click()
  await appears('办理经过', desk)
  found.push(...await breaches(desk, 'queue'))
  for (const name of ['items', 'item', 'import', 'words', 'accounts', 'password']) {
    await open(`#/staff/${name}/index`, /工作台/, desk)
    await desk.waitForTimeout(500)
    found.push(...await breaches(desk, name))
  }
  expect(found).toEqual([])
  await context.close()
}, 120_000)

test('a dialog takes the focus, keeps it, closes by Esc and gives it back', async () => {
  await open('#/pages/hall/index', '服务时间')
  await tabTo(() => document.activeElement?.matches('.row[role=link]') ?? false)
  await page.keyboard.press('Enter')
  await appears('这里能办的事项')
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'))
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await see('这里能办的事项').waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.matches('.row[role=link]'))).toBe(true)
}, 30_000)

test('a question before something that cannot be undone is answered with the keyboard; Esc means no', async () => {
  await open(`#/pages/complaint/index?id=${complaint}`, '办理经过')
  await tabTo(() => document.activeElement?.textContent === '撤回')
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  expect(await breaches(page, 'a question')).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await appears('已提交')
}, 30_000)

test('the elder theme is chosen with one tap, stays after a restart, fits the screen, and goes with one tap', async () => {
  await open('', '您要办什么事？')
  await see('长辈版').click()
  await page.reload()
  for (const name of ['办事指南', '我的找茬', '打电话']) await appears(name)
  const small = await page.evaluate(() => Array.from(document.querySelectorAll('.screen *, .weui-tabbar__label'))
    .filter((element) => element.getClientRects().length > 0 && Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 18).map((element) => element.textContent))
  expect(small).toEqual([])
  expect(await page.locator('.weui-tabbar__item').first().evaluate((item) => item.getBoundingClientRect().bottom <= innerHeight && item.getBoundingClientRect().height >= 60)).toBe(true)
  const buttons = await page.locator('.elder-home__button, .button').locator('visible=true').evaluateAll((all) => all.map((button) => button.getBoundingClientRect()).filter(({ width, height }) => width < 60 || height < 60))
  expect(buttons).toEqual([])
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 375, height: 740 })
  await page.getByRole('button', { name: '回到标准版' }).click()
  await appears('按类别找')
}, 30_000)

test('a guide is read aloud, paused, gone on with and stopped from the keyboard', async () => {
  await open(`#/pages/item/index?id=${item}`, '要带什么')
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await tabTo(() => document.activeElement?.id === 'read-play')
  await page.keyboard.press('Enter')
  await see('暂停').waitFor()
  expect((await said()).at(-1)).toMatch(/。$/)
  await tabTo(() => document.activeElement?.id === 'read-pause', 'back').catch(() => tabTo(() => document.activeElement?.id === 'read-pause'))
  await page.keyboard.press('Space')
  await see('继续读').waitFor()
  expect((await said()).at(-1)).toBe('■')
  await see('停止').click()
  await see('读给我听').waitFor()
}, 30_000)

test('what was open stays readable without a network, says of when it is, and is fetched anew when the network is back', async () => {
  await open('', '按类别找')
  await go(`pages/item/index?id=${item}`, '要带什么')
  await go('pages/complaints/index', /自助机缺纸/)
  await go('pages/hall/index', '服务时间')
  await go('pages/search/index', '按类别找')
  await citizen.setOffline(true)
  await go(`pages/item/index?id=${item}`, /离线：显示 今天 .* 的内容/)
  await appears('要带什么')
  await go('pages/complaints/index', /离线：显示 今天/)
  await appears(/自助机缺纸/)
  await citizen.setOffline(false)
  await see(/离线/).waitFor({ state: 'hidden', timeout: 20_000 })
  await appears(/自助机缺纸/)
}, 90_000)

test('a list that cannot be fetched, and was never seen, offers to try again', async () => {
  await page.evaluate(() => localStorage.removeItem('seen-answers'))
  await open('', '按类别找')
  await page.route('**/api/v1/**/answers**', (route) => route.abort('internetdisconnected'))
  const retry = page.getByRole('button', { name: '重试' }).locator('visible=true')
  await go('pages/answers/index', /没有响应|暂时|没有网络/)
  await page.unroute('**/api/v1/**/answers**')
  await retry.click()
  await appears('还没有公开的答复')
}, 60_000)

test('once it was open, the app starts anew without a network and finds items', async () => {
  await open('', '按类别找')
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await citizen.setOffline(true)
  await page.reload()
  await appears('按类别找')
  await page.locator('input').locator('visible=true').first().fill('社保卡丢了')
  await appears(/社会保障卡/)
}, 60_000)

/** Goes to another page as a link does: without loading the app anew, which no network would give. */
async function go(path: string, says: string | RegExp): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash }, `#/${path}`)
  await appears(says)
}
