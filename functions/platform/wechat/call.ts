import * as v from 'valibot'

/** WeChat answered with an error code; 0 stands for no usable answer at all (network, time-out, not JSON). */
export class WechatError extends Error {
  constructor(readonly errcode: number) {
    super(`WeChat error ${errcode}`)
    this.name = 'WechatError'
  }
}

/** Sends HTTP requests; the platform's `fetch` outside tests. */
export type Fetch = typeof fetch

const timeoutMs = 4000
const fault = v.object({ errcode: v.optional(v.number(), 0) })

const request = (body: object | undefined) => ({
  signal: AbortSignal.timeout(timeoutMs),
  // WeChat does not send on; an answer that does is not WeChat's.
  redirect: 'error' as const,
  ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
})

/** Parses an answer as text and looks for WeChat's error. @throws WechatError */
function readAnswer(text: string): unknown {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new WechatError(0)
  }
  const failed = v.safeParse(fault, parsed)
  if (!failed.success) throw new WechatError(0)
  if (failed.output.errcode !== 0) throw new WechatError(failed.output.errcode)
  return parsed
}

/**
 * One call to WeChat: parses the answer as text, since jscode2session may send JSON as text/plain.
 * @throws WechatError with WeChat's errcode, or 0 when there was no usable answer
 */
export async function callWechat<S extends v.GenericSchema>(send: Fetch, url: string, answer: S, body?: object): Promise<v.InferOutput<S>> {
  const parsed = readAnswer(await send(url, request(body)).then((response) => response.text()).catch(() => { throw new WechatError(0) }))
  const checked = v.safeParse(answer, parsed)
  if (!checked.success) throw new WechatError(0)
  return checked.output
}

/** First bytes of the pictures that WeChat sends: PNG, JPEG. */
const pictures = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff]]

/** One call that WeChat answers with a picture. An error comes as JSON, whatever its content type says. @throws WechatError as `callWechat` */
export async function callForPicture(send: Fetch, url: string, body: object): Promise<Uint8Array> {
  const bytes = await send(url, request(body)).then(async (response) => new Uint8Array(await response.arrayBuffer())).catch(() => { throw new WechatError(0) })
  if (pictures.some((magic) => magic.every((byte, i) => bytes[i] === byte))) return bytes
  readAnswer(Buffer.from(bytes).toString('utf8'))
  throw new WechatError(0)
}
