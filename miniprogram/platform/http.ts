import Taro from '@tarojs/taro'
import type { TransportAnswer, TransportRequest } from '@shared/api/client'
import { ServiceError } from '@shared/errors/service-error'
import { wait } from './clock'
import { apiAddress } from './config'
import { hasNetwork } from './network'
import { OfflineError } from './offline-error'
import { textOfBytes } from './text-of-bytes'

/** Milliseconds after which a citizen's request counts as lost. */
const patience = 15_000
/** Staff ask for more at once (an import, a trial of the words) and wait as long as the gateway does. */
export const staffPatience = 30_000

/** Pauses before the second and third try of a GET, in milliseconds; other methods are never sent twice by themselves. */
const retryPauses = [400, 1_500]

/** Address of a path of the API. */
export const addressOf = (path: string): string => apiAddress + path

/** The bytes in an ArrayBuffer of this program's own realm: WeChat may hand over one of its own, which `instanceof` does not know. */
const ownBytes = (data: ArrayBuffer): ArrayBuffer => Uint8Array.from(new Uint8Array(data)).buffer

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : textOfBytes(data as ArrayBuffer))
  } catch {
    return undefined
  }
}

async function once(request: TransportRequest, token: string | undefined, timeout: number): Promise<TransportAnswer> {
  const binary = request.responds === 'binary'
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      url: addressOf(request.url),
      method: request.method,
      timeout,
      header: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      // 'text' keeps Taro from parsing: a proxy's HTML page must not become a thrown SyntaxError.
      dataType: 'text',
      responseType: binary ? 'arraybuffer' : 'text',
    })
    return { status: statusCode, body: binary && statusCode < 400 ? ownBytes(data as ArrayBuffer) : parsed(data) }
  } catch {
    throw await hasNetwork() ? new ServiceError('unavailable') : new OfflineError()
  }
}

/** Sends one request with a session's token, if any. A GET that finds no network or a passing fault is tried again. Rejects with `ServiceError('unavailable')`. */
export async function send(request: TransportRequest, token?: string, timeout = patience): Promise<TransportAnswer> {
  const pauses = request.method === 'GET' ? retryPauses : []
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt >= pauses.length
    try {
      const answer = await once(request, token, timeout)
      if (last || (answer.status !== 502 && answer.status !== 503 && answer.status !== 504)) return answer
    } catch (error) {
      if (last) throw error
    }
    await wait(pauses[attempt])
  }
}
