import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import vm from 'node:vm'

/** A node of the tree that Taro hands to the view layer by `setData`: `nn` kind, `cn` children, `v` text, `sid`/`uid` identity. */
export interface ViewNode {
  nn?: string
  v?: string
  sid?: string
  uid?: string
  cl?: string
  cn?: ViewNode[]
  [attribute: string]: unknown
}

/** A mounted page. */
export interface PageInstance {
  route: string
  data: { root?: ViewNode }
  eh(event: object): void
  [method: string]: unknown
}

type Answer = Record<string, unknown>
type WxCall = { success?: (a: Answer) => void; fail?: (a: Answer) => void; complete?: (a: Answer) => void; url?: string }

/** What Node has and WeChat's JavaScript engine does not promise: taken away before the bundle runs. */
const STRIPPED = ['TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'fetch', 'structuredClone', 'queueMicrotask', 'AbortController', 'crypto', 'btoa', 'atob', 'Intl', 'WebAssembly', 'SharedArrayBuffer']

/** Timers that do not keep the test's process alive: an app never ends by itself. */
const timers = {
  setTimeout: (run: () => void, ms?: number) => setTimeout(run, ms).unref(),
  setInterval: (run: () => void, ms?: number) => setInterval(run, ms).unref(),
  clearTimeout, clearInterval,
}

/**
 * WeChat's logic layer in miniature: evaluates the built app in a bare JavaScript context, mounts pages, applies `setData`,
 * fires events. `wx` functions not given here answer success with an empty object.
 */
export function logicLayer(dist: string, wxStubs: Record<string, unknown> = {}) {
  const root = resolve(dist)
  const pages: Record<string, object> = {}
  const stack: PageInstance[] = []
  const calls: [name: string, argument: unknown][] = []
  let registering = ''

  const succeed = (options: WxCall | undefined, answer: Answer = { errMsg: 'ok' }) => {
    options?.success?.(answer)
    options?.complete?.(answer)
    return Promise.resolve(answer)
  }
  const info = { platform: 'devtools', SDKVersion: '3.8.0', windowWidth: 375, windowHeight: 667, pixelRatio: 2, statusBarHeight: 20, language: 'zh_CN', fontSizeSetting: 16 }
  const storage = new Map<string, unknown>()
  const known: Record<string, unknown> = {
    getSystemInfoSync: () => info, getDeviceInfo: () => info, getWindowInfo: () => info, getAppBaseInfo: () => info, getSystemSetting: () => ({}), getAppAuthorizeSetting: () => ({}),
    canIUse: () => true, nextTick: (run: () => void) => setTimeout(run, 0), onAppShow() {}, onAppHide() {}, onNetworkStatusChange() {}, offNetworkStatusChange() {},
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }), getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getStorageSync: (key: string) => storage.get(key) ?? '', setStorageSync: (key: string, value: unknown) => { storage.set(key, value) }, removeStorageSync: (key: string) => { storage.delete(key) },
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    // With a sub-package the build keeps its list of chunks here, and makes it itself.
    webpackJsonp: undefined,
    setNavigationBarTitle: (options?: WxCall) => succeed(options),
    navigateTo: (options: WxCall) => { open(options.url ?? ''); return succeed(options) },
    redirectTo: (options: WxCall) => { leave(); open(options.url ?? ''); return succeed(options) },
    switchTab: (options: WxCall) => { while (stack.length > 0) leave(); open(options.url ?? ''); return succeed(options) },
    navigateBack: (options?: WxCall) => { close(); return succeed(options) },
    ...wxStubs,
  }
  const wx = new Proxy(known, {
    get(target, name: string) {
      const value = name in target ? target[name] : (options?: WxCall) => succeed(options)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => { calls.push([name, args[0]]); return Reflect.apply(value as (...a: unknown[]) => unknown, target, args) }
    },
  })
  let app: Record<string, ((options: unknown) => void) | undefined> = {}
  const register = (page: object) => { pages[registering] = page }
  const context = vm.createContext({
    wx, global: {}, console, ...timers,
    App: (it: typeof app) => { app = it }, Page: register, Component: register, Behavior: (it: object) => it,
    getApp: () => app, getCurrentPages: () => stack, requirePlugin() {}, requireMiniProgram() {},
  })
  for (const name of STRIPPED) vm.runInContext(`delete globalThis[${JSON.stringify(name)}]`, context)

  const loaded = new Map<string, { exports: unknown }>()
  function load(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const before = loaded.get(file)
    if (before) return before.exports
    const module = { exports: {} }
    loaded.set(file, module)
    const wrapped = vm.runInContext(`(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`, context, { filename: file })
    wrapped((name: string) => load(resolve(dirname(file), name)), module, module.exports)
    return module.exports
  }

  const config = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { pages: string[]; subPackages?: { root: string; pages: string[] }[]; subpackages?: { root: string; pages: string[] }[] }
  const subPackages = config.subPackages ?? config.subpackages ?? []
  load(join(root, 'app.js'))
  for (const hook of ['onLaunch', 'onShow']) app[hook]?.call(app, { path: '', query: {}, scene: 1001 })

  function open(url: string): PageInstance {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    registering = path
    const sub = subPackages.find((s) => path.startsWith(`${s.root}/`))
    for (const part of sub ? ['sub-vendors', 'sub-common'] : []) {
      const file = join(root, sub?.root ?? '', part)
      if (existsSync(`${file}.js`)) load(file)
    }
    if (!pages[path]) load(join(root, path))
    const options = Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split('=').map(decodeURIComponent)))
    const page = Object.assign(Object.create(pages[path] as object), { route: path, options }) as PageInstance
    page.data = JSON.parse(JSON.stringify((pages[path] as { data?: object }).data ?? {}))
    page.setData = (changes: Record<string, unknown>, done?: () => void) => {
      for (const [key, value] of Object.entries(changes)) setAt(page.data, key, value === undefined ? value : JSON.parse(JSON.stringify(value)))
      setTimeout(() => done?.(), 0)
    }
    ;(stack.at(-1)?.onHide as (() => void) | undefined)?.call(stack.at(-1))
    stack.push(page)
    for (const hook of ['onLoad', 'onShow', 'onReady']) (page[hook] as ((o: unknown) => void) | undefined)?.call(page, options)
    return page
  }

  function leave(): void {
    const page = stack.pop()
    ;(page?.onUnload as (() => void) | undefined)?.call(page)
  }

  function close(): void {
    leave()
    ;(stack.at(-1)?.onShow as (() => void) | undefined)?.call(stack.at(-1))
  }

  return { open, close, calls, config, subPackages, stack: stack as readonly PageInstance[], get current() { return stack.at(-1) } }
}

/** Writes `value` at a path of the form `root.cn.[0].cl`, as `setData` does. */
function setAt(target: object, path: string, value: unknown): void {
  const keys = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  let at = target as Record<string, unknown>
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
  at[keys.at(-1) as string] = value
}

/** All nodes of a page for which `wanted` holds. */
export function findNodes(page: PageInstance, wanted: (node: ViewNode) => boolean): ViewNode[] {
  const found: ViewNode[] = []
  const walk = (node: ViewNode | undefined) => {
    if (!node) return
    if (wanted(node)) found.push(node)
    Object.values(node.cn ?? []).forEach(walk)
  }
  walk(page.data.root)
  return found
}

/** Everything that a person can read on a page, or hear: a skeleton's only words are its label. */
export function pageText(page: PageInstance): string {
  return findNodes(page, (node) => typeof (node.v ?? node.ariaLabel) === 'string').map((node) => node.v ?? node.ariaLabel).join('|')
}

/** Fire an event such as `tap` or `input` on a node, as the view layer does. */
export function fire(page: PageInstance, node: ViewNode, type: string, detail: object = {}): void {
  const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } }
  page.eh({ type, detail, timeStamp: Date.now(), target, currentTarget: target })
}
