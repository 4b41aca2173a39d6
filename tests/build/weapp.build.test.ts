import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'acorn'
import { codePage } from '@shared/codes/scene'
import { replyPages } from '@shared/replies/parts'
import { findNodes, fire, logicLayer, pageText, type PageInstance } from './logic-layer'

const DIST = join(__dirname, '../../dist/weapp')
const KB = 1024

/** The house's own bars; WeChat's limit is 2 MB for each. */
const MAIN_PACKAGE = 700 * KB
const SUB_PACKAGE = 600 * KB

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* walk(path)
    else yield path
  }
}

const files = existsSync(DIST) ? [...walk(DIST)] : []
const scripts = files.filter((file) => file.endsWith('.js'))
const size = (paths: string[]) => paths.reduce((sum, path) => sum + statSync(path).size, 0)
const app = existsSync(DIST) ? logicLayer(DIST, wx()) : undefined

/** A phone without network: every page must still say something. */
function wx() {
  const fail = (options?: { fail?: (a: object) => void; complete?: (a: object) => void }) => {
    options?.fail?.({ errMsg: 'request:fail' })
    options?.complete?.({ errMsg: 'request:fail' })
    return { abort() {}, onProgressUpdate() {} }
  }
  return { request: fail, login: (options: { success?: (a: object) => void }) => { options.success?.({ code: 'c' }); return Promise.resolve({ code: 'c' }) } }
}

/** Wait until `holds`, 5 s at most: a page is drawn by several turns of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !holds() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('there is a build to look at: npm run build:weapp', () => {
  expect(files.length).toBeGreaterThan(0)
})

test('the main package is at most 700 KB and every sub-package at most 600 KB', () => {
  const roots = app?.subPackages.map((sub) => sub.root) ?? []
  const inSub = (file: string, root: string) => relative(DIST, file).startsWith(`${root}/`)
  expect(size(files.filter((file) => !roots.some((root) => inSub(file, root))))).toBeLessThanOrEqual(MAIN_PACKAGE)
  for (const root of roots) expect(size(files.filter((file) => inSub(file, root)))).toBeLessThanOrEqual(SUB_PACKAGE)
})

test('every script is ES2017 or older, so that old phones can read it', () => {
  for (const file of scripts) expect(() => parse(readFileSync(file, 'utf8'), { ecmaVersion: 2017, sourceType: 'script' })).not.toThrow()
})

test('no script has a regular expression with lookbehind, which kills the bundle on older iOS', () => {
  for (const file of scripts) expect(readFileSync(file, 'utf8')).not.toMatch(/\(\?<[=!]/)
})

test('no script makes or calls what WeChat’s JavaScript does not have', () => {
  const absent = /\b(?:new (?:TextEncoder|TextDecoder|URLSearchParams|AbortController)|structuredClone\(|queueMicrotask\(|Intl\.|localStorage\.|crypto\.(?:subtle|getRandomValues|randomUUID))/
  for (const file of scripts) expect({ file: relative(DIST, file), found: absent.exec(readFileSync(file, 'utf8'))?.[0] }).toEqual({ file: relative(DIST, file), found: undefined })
})

test('WeChat’s own compiler takes every template and every style', () => {
  const compiler = require('miniprogram-compiler') as { wxmlToJs(path: string): string; wxssToJs(path: string): string }
  const templates = compiler.wxmlToJs(DIST)
  expect(templates).toContain('$gwx')
  expect(() => new Function(templates)).not.toThrow()
  expect(compiler.wxssToJs(DIST).length).toBeGreaterThan(1000)
})

test('every page mounts on a phone without network and says something', async () => {
  if (!app) throw new Error('no build')
  const all = [...app.config.pages, ...app.subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))]
  for (const path of all) {
    const page = app.open(`/${path}?id=n-1`)
    await until(() => pageText(page).length > 0)
    expect({ path, said: pageText(page).length > 0 }).toEqual({ path, said: true })
    app.close()
  }
}, 60_000)

test('what a page says to screen readers reaches WeChat: roles, labels and states', async () => {
  const template = readFileSync(join(DIST, 'base.wxml'), 'utf8')
  for (const attribute of ['aria-role="{{i.role}}"', 'aria-label="{{i.ariaLabel}}"', 'aria-checked="{{i.ariaChecked}}"', 'aria-modal="{{i.ariaModal}}"']) expect(template).toContain(attribute)
  if (!app) throw new Error('no build')
  const page = app.open('/pages/me/index')
  await until(() => findNodes(page, ({ role }) => role === 'checkbox').length > 0)
  // The data has the names that the template reads.
  expect(findNodes(page, ({ role, ariaChecked }) => role === 'checkbox' && ariaChecked === 'false').length).toBe(1)
  app.close()
})

test('the phone’s bars follow its dark mode, and every picture that theme.json names is there', () => {
  const theme = JSON.parse(readFileSync(join(DIST, 'theme.json'), 'utf8')) as Record<'light' | 'dark', Record<string, string>>
  expect(JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8'))).toMatchObject({ darkmode: true, themeLocation: 'theme.json', window: { navigationBarBackgroundColor: '@bar' } })
  for (const values of Object.values(theme)) {
    const pictures = Object.entries(values).filter(([name]) => name.startsWith('icon')).map(([, path]) => path)
    expect(pictures.length).toBe(8)
    for (const path of pictures) expect([path, existsSync(join(DIST, path))]).toEqual([path, true])
  }
})

test('the elder theme is one tap away and is kept', async () => {
  if (!app) throw new Error('no build')
  const page = app.open('/pages/search/index')
  const screenOf = () => findNodes(page, ({ cl }) => /(^| )screen( |$)/.test(cl ?? ''))[0]
  const toggle = () => findNodes(page, ({ ariaLabel }) => /长辈版|标准版/.test(String(ariaLabel)))[0]
  await until(() => toggle() !== undefined)
  fire(page, toggle() ?? {}, 'tap')
  await until(() => /screen--elder/.test(screenOf()?.cl ?? ''))
  expect(screenOf()?.cl).toContain('screen--elder')
  expect(pageText(page)).toContain('办事指南')
  expect(app.calls.some(([name, key]) => name === 'setStorageSync' && key === 'larger-text')).toBe(true)
  fire(page, toggle() ?? {}, 'tap')
  await until(() => !/screen--elder/.test(screenOf()?.cl ?? ''))
  expect(screenOf()?.cl).not.toContain('screen--elder')
  app.close()
})

test('typing into the search box reaches the page', async () => {
  if (!app) throw new Error('no build')
  const page: PageInstance = app.open('/pages/search/index')
  const box = () => findNodes(page, (node) => node.uid === 'search')[0]
  await until(() => box() !== undefined)
  const input = box()
  if (!input) throw new Error('no input on the search page')
  const before = pageText(page)
  fire(page, input, 'input', { value: '营业执照', cursor: 4 })
  await until(() => pageText(page) !== before)
  expect(pageText(page)).not.toBe(before)
  app.close()
})

/** A JSON file of the build, or of the project. */
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

test('search engines may show search, items, guide and answers, and no personal or staff page', () => {
  const { rules } = json(join(DIST, 'sitemap.json')) as { rules: { action: string; page: string }[] }
  const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page)
  expect(allowed).toEqual(expect.arrayContaining(['pages/search/index', 'pages/item/index', 'pages/hall/index']))
  for (const page of allowed) expect(app?.config.pages).toContain(page)
  for (const page of ['me', 'complaint', 'complaints', 'messages', 'receipt', 'favourites', 'privacy']) expect(allowed).not.toContain(`pages/${page}/index`)
  // Rules are read in order: what is not named is shut out by the last one.
  expect(rules.at(-1)).toMatchObject({ action: 'disallow', page: '*' })
})

test('the app asks for privacy consent, wants no location, and names its sitemap', () => {
  const config = json(join(DIST, 'app.json'))
  expect(config).toMatchObject({ __usePrivacyCheck__: true, sitemapLocation: 'sitemap.json' })
  expect(config).not.toHaveProperty('permission')
  expect(config).not.toHaveProperty('requiredPrivateInfos')
})

test('WeChat\'s tools take the build as it is: no second compiler, addresses checked', () => {
  const project = json(join(__dirname, '../../project.config.json'))
  expect(project).toMatchObject({ miniprogramRoot: 'dist/weapp/', compileType: 'miniprogram', setting: { urlCheck: true, es6: false, enhance: false, postcss: false, minified: false } })
})

test('every page that a printed code or an answer of the official account opens is there', () => {
  for (const page of [codePage, ...Object.values(replyPages), 'pages/answer/index']) expect(app?.config.pages).toContain(page)
})
