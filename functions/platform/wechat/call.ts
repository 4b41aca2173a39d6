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

/**
 * One call to WeChat: parses the answer as text, since jscode2session may send JSON as text/plain.
 * @throws WechatError with WeChat's errcode, or 0 when there was no usable answer
 */
export async function callWechat<S extends v.GenericSchema>(send: Fetch, url: string, answer: S, body?: object): Promise<v.InferOutput<S>> {
  let parsed: unknown
  try {
    const response = await send(url, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    parsed = JSON.parse(await response.text())
  } catch {
    throw new WechatError(0)
  }
  const { errcode } = v.parse(fault, parsed)
  if (errcode !== 0) throw new WechatError(errcode)
  const checked = v.safeParse(answer, parsed)
  if (!checked.success) throw new WechatError(0)
  return checked.output
}
