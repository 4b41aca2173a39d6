import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startHouse, type House } from '../../local/house'
import { silentProgress } from '../../local/progress'
import { phoneJpeg } from '../../functions/photos/pictures.sample'
import { launchChromium } from '../chromium'

/** The main job, as people do it: find an item, complain about it, answer the complaint, read the answer; and a clerk's round. */

const root = join(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'house-'))

let house: House
let browser: Browser
let citizen: BrowserContext
let clerk: BrowserContext
const faults: string[] = []

beforeAll(async () => {
  house = await startHouse({ root, folder, port: 29_080, progress: silentProgress })
  browser = await launchChromium()
  citizen = await browser.newContext({ viewport: { width: 375, height: 740 }, locale: 'zh-CN' })
  clerk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await house?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  await page.goto(path.startsWith('http') ? path : `${house.url}${path}`)
  return page
}

/** Old pages stay in the document on h5: only what can be seen counts. */
const see = (page: Page, text: string | RegExp) => page.getByText(text).locator('visible=true').first()

async function appears(page: Page, text: string | RegExp): Promise<void> {
  await see(page, text).waitFor({ state: 'visible', timeout: 20_000 })
}

/** Nothing may stick out to the right of the screen. */
async function fits(page: Page): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, screen: window.innerWidth }))
  expect(wide).toBeLessThanOrEqual(screen)
}

let receipt = ''
let complaintPage: Page
let clerkPage: Page

test('a citizen types a few words and finds the item with where to go and what to bring', async () => {
  const page = await openPage(citizen, '')
  const box = page.locator('input').locator('visible=true').first()
  await box.click()
  await box.pressSequentially('社保卡丢了', { delay: 30 })
  const hit = page.locator('.row').filter({ hasText: /社会保障卡.*(补|挂失)/ }).locator('visible=true').first()
  await hit.waitFor({ timeout: 20_000 })
  await fits(page)
  await hit.click()
  await appears(page, '社保')
  await appears(page, /示例/)
  await fits(page)
}, 60_000)

test('a citizen complains with a photo and gets a receipt number', async () => {
  complaintPage = await openPage(citizen, '#/pages/complain/index')
  await see(complaintPage, /^堵点$/).click()
  await complaintPage.locator('#complaint-text textarea, textarea#complaint-text').first().fill('自助机一直显示缺纸，等了半个小时没有人来')
  const [chooser] = await Promise.all([complaintPage.waitForEvent('filechooser'), see(complaintPage, '添加').click()])
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await phoneJpeg()) })
  await complaintPage.waitForTimeout(1500)
  await fits(complaintPage)
  await see(complaintPage, /^提交$/).click()
  await appears(complaintPage, '提交成功')
  receipt = (await see(complaintPage, /ZC-\d{8}-\d{4}/).textContent())?.match(/ZC-\d{8}-\d{4}/)?.[0] ?? ''
  expect(receipt).toMatch(/^ZC-/)
  await see(complaintPage, '查看进度').click()
  await appears(complaintPage, '已提交')
}, 60_000)

test('a clerk accepts the complaint, writes an internal note and answers it', async () => {
  const page = clerkPage = await openPage(clerk, house.staffUrl)
  await page.locator('#sign-in-username').locator('visible=true').locator('input').or(page.locator('input#sign-in-username')).first().fill(house.staff.username)
  await page.locator('#sign-in-password').locator('visible=true').locator('input').or(page.locator('input#sign-in-password')).first().fill(house.staff.password)
  await page.keyboard.press('Enter')
  await see(page, /自助机一直显示缺纸/).click()
  await page.locator('#action-accept').locator('visible=true').click()
  await page.keyboard.press('Control+Enter')
  await appears(page, '已受理')
  await page.locator('#action-note').locator('visible=true').click()
  await page.locator('textarea').locator('visible=true').first().fill('内部：已联系维保单位')
  await page.keyboard.press('Control+Enter')
  await appears(page, '内部：已联系维保单位')
  await page.locator('#action-answer').locator('visible=true').click()
  await page.locator('textarea').locator('visible=true').first().fill('已加纸，并安排专人每小时巡查')
  await page.keyboard.press('Control+Enter')
  await appears(page, '已答复')
}, 90_000)

test('the citizen reads the answer and never the internal note', async () => {
  await complaintPage.reload()
  await appears(complaintPage, '已加纸，并安排专人每小时巡查')
  expect(await complaintPage.content()).not.toContain('已联系维保单位')
}, 60_000)

test('a clerk goes through the round with the keyboard alone: next, accept, pass on, answer, back', async () => {
  const api = async (method: string, path: string, token: string, body?: object): Promise<Record<string, string>> => {
    const answer = await fetch(`${house.url}api/v1${path}`, { method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) })
    expect(answer.ok).toBe(true)
    return await answer.json() as Record<string, string>
  }
  const deviceKey = 'a-device-of-the-round-1'
  const { token } = await api('POST', '/centres/370214/sessions/device', '', { deviceKey })
  const texts = ['叫号屏不亮，坐在后排看不到号', '排队一个小时才轮到，窗口只开了一个', '指示牌字太小，老人看不清']
  const ids: string[] = []
  for (const [index, text] of texts.entries()) ids.push((await api('POST', '/centres/370214/complaints', token, { clientKey: `key-of-the-round-${index}`, kind: 'pain', text })).id ?? '')

  const keys = async (...pressed: string[]) => { for (const key of pressed) await clerkPage.keyboard.press(key) }
  const shown = (text: string) => clerkPage.locator('#complaint-text').locator('visible=true').filter({ hasText: text }).waitFor({ timeout: 20_000 })
  const inState = (state: string) => clerkPage.locator('.complaint__head').locator('visible=true').getByText(state, { exact: true }).waitFor({ timeout: 20_000 })
  const form = (says: string) => clerkPage.locator('#act').locator('visible=true').getByText(says).first().waitFor({ timeout: 20_000 })

  await clerkPage.locator('body').press('r')
  await see(clerkPage, texts[2] ?? '').waitFor({ timeout: 20_000 })
  await keys('j')
  await shown(texts[0] ?? '')
  await keys('s')
  await inState('已受理')
  await keys('z')
  await form('市民只看到这一句')
  await keys('2')
  await clerkPage.locator('#act-office [role=radio][aria-checked=true]').locator('visible=true').filter({ hasText: '网络科' }).waitFor()
  // From the chips on to the words for the office: by Tab, as anybody would.
  for (let tabs = 0; tabs < 20 && !await clerkPage.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'); tabs += 1) await keys('Tab')
  await clerkPage.keyboard.type('请今天内看一下')
  await keys('Control+Enter')

  await shown(texts[1] ?? '')
  await keys('s')
  await inState('已受理')
  await keys('d')
  await form('市民会看到')
  await clerkPage.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await clerkPage.keyboard.type('已加开一个窗口。')
  await form('答复：已加开一个窗口。')
  await keys('Control+Enter')

  await shown(texts[2] ?? '')
  await keys('u')
  await shown(texts[1] ?? '')
  await inState('已答复')
  const cases = await Promise.all(ids.map((id) => api('GET', `/centres/370214/complaints/${id}`, token)))
  expect(cases.map(({ state }) => state)).toEqual(['passed', 'answered', 'submitted'])
  expect(JSON.stringify(cases)).not.toContain('请今天内看一下')
}, 90_000)

test('at 320 px and with large text nothing sticks out', async () => {
  const narrow = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  for (const path of ['', '#/pages/complain/index', '#/pages/hall/index', '#/pages/me/index']) {
    const page = await openPage(narrow, path)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
    await page.waitForTimeout(300)
    await fits(page)
  }
  await narrow.close()
}, 90_000)

test('no page threw an error on the way', () => {
  expect(faults).toEqual([])
})
