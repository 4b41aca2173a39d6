import { randomBytes } from 'node:crypto'
import type { Backend } from '../backend/backend'
import { findNodes, fire, pageText, type PageInstance, type ViewNode } from './logic-layer'

type Answer = Record<string, unknown>
interface Options { success?: (answer: Answer) => void; fail?: (answer: Answer) => void; complete?: (answer: Answer) => void; [name: string]: unknown }

/** What WeChat's client gives the app, over the whole backend, its photo store and the fake WeChat. */
export function phoneOver(backend: Backend, { openid, photo }: { openid: string; photo: Uint8Array<ArrayBuffer> }): Record<string, unknown> {
  const files = new Map<string, unknown>()
  const answer = (options: Options | undefined, work: () => Promise<Answer>) => {
    const told = work().then(
      (it) => { options?.success?.(it); options?.complete?.(it); return it },
      (error: unknown) => { const it = { errMsg: String(error) }; options?.fail?.(it); options?.complete?.(it); return it },
    )
    return Object.assign(told, { abort() {}, onProgressUpdate() {}, onHeadersReceived() {} })
  }
  return {
    request: (options: Options) => answer(options, async () => {
      const response = await backend.fetch(String(options.url), { method: String(options.method ?? 'GET'), headers: options.header as Record<string, string>, ...(options.data === undefined ? {} : { body: String(options.data) }) })
      return { statusCode: response.status, header: {}, data: options.responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text(), errMsg: 'request:ok' }
    }),
    login: (options?: Options) => answer(options, async () => {
      const response = await backend.wechat.app.request('/_phone/login', { method: 'POST', body: JSON.stringify({ openid }) })
      return { ...(await response.json() as Answer), errMsg: 'login:ok' }
    }),
    chooseImage: (options?: Options) => answer(options, async () => ({ tempFiles: [{ path: 'wxfile://tmp/1.jpg', size: photo.byteLength }], tempFilePaths: ['wxfile://tmp/1.jpg'], errMsg: 'chooseImage:ok' })),
    uploadFile: (options: Options) => answer(options, async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries(options.formData as Record<string, string>)) form.append(name, value)
      form.append('file', new Blob([photo], { type: 'image/jpeg' }), '1.jpg')
      const response = await fetch(String(options.url), { method: 'POST', body: form })
      return { statusCode: response.status, data: await response.text(), errMsg: 'uploadFile:ok' }
    }),
    requestSubscribeMessage: (options: Options) => answer(options, async () => ({ ...Object.fromEntries((options.tmplIds as string[]).map((id) => [id, 'accept'])), errMsg: 'ok' })),
    showModal: (options?: Options) => answer(options, async () => ({ confirm: true, cancel: false, errMsg: 'ok' })),
    getNetworkType: (options?: Options) => answer(options, async () => ({ networkType: 'wifi', errMsg: 'ok' })),
    getUserCryptoManager: () => ({ getRandomValues: ({ length, success }: { length: number; success: (it: object) => void }) => success({ randomValues: Uint8Array.from(randomBytes(length)).buffer }) }),
    getFileSystemManager: () => ({
      readFileSync: (name: string) => { if (!files.has(name)) throw new Error('no such file'); return files.get(name) },
      writeFileSync: (name: string, data: unknown) => { files.set(name, data) },
      unlinkSync: (name: string) => { files.delete(name) },
    }),
  }
}

/** Waits until something holds on the page on top, 20 s at most; tells what was read instead. */
export async function until(page: () => PageInstance | undefined, holds: (text: string) => boolean, wanted: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const it = page()
    if (it && holds(pageText(it))) return
  }
  throw new Error(`${wanted} did not come about; on ${page()?.route}: ${page() ? pageText(page()!).slice(0, 600) : ''}`)
}

/** The nodes from the page's root to the first one that is wanted. */
function pathTo(page: PageInstance, wanted: (node: ViewNode) => boolean): ViewNode[] {
  const search = (node: ViewNode | undefined, above: ViewNode[]): ViewNode[] | undefined => {
    if (!node) return undefined
    const path = [...above, node]
    if (wanted(node)) return path
    for (const child of Object.values(node.cn ?? [])) {
      const found = search(child, path)
      if (found) return found
    }
    return undefined
  }
  const path = search(page.data.root, [])
  if (!path) throw new Error(`nothing to tap on ${page.route}: ${pageText(page).slice(0, 600)}`)
  return path
}

/** Taps what says these words, as the view layer does: every element around them hears it, the innermost first; a text is no element. */
export function tap(page: PageInstance, words: string | RegExp): void {
  const says = (text: unknown) => typeof text === 'string' && (typeof words === 'string' ? text === words : words.test(text))
  for (const node of pathTo(page, (it) => says(it.v) || says(it.ariaLabel)).reverse()) if (node.sid && node.v === undefined) fire(page, node, 'tap')
}

/** Types into the field with this id. */
export function type(page: PageInstance, id: string, value: string): void {
  const field = findNodes(page, (node) => node.uid === id)[0]
  if (!field) throw new Error(`no field ${id} on ${page.route}`)
  fire(page, field, 'input', { value, cursor: value.length })
}
