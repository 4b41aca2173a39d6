import { fromErrorBody } from '../errors/service-error'
import { basePath, type CallArguments, type Method, type ResponseOf, type Route } from './route'

/** One request, as the transport gets it; the transport adds the host and the session. */
export interface TransportRequest {
  readonly method: Method
  /** Path and query, e.g. `/api/v1/centres/370214/search?q=%E6%88%BF`. */
  readonly url: string
  /** To be sent as JSON. */
  readonly body?: unknown
  readonly responds: 'json' | 'binary'
}

/** An answer: status and parsed JSON (or bytes when `binary` was asked and the status is below 400). */
export interface TransportAnswer {
  readonly status: number
  readonly body: unknown
}

/** Sends a request; rejects with `ServiceError('unavailable')` when there is no network. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>

/** Calls a route of the table: typed arguments in, typed answer out. */
export type Call = <R extends Route>(route: R, args: CallArguments<R>) => Promise<ResponseOf<R>>

/** Path of a route with its parameters filled in, each percent-encoded. */
export function pathOf(route: Route, params: Readonly<Record<string, unknown>> = {}): string {
  return basePath + route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

/** Query text with a leading `?`, lists joined by commas, absent values left out; empty when there is none. */
export function queryText(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.keys(query)
    .filter((key) => query[key] !== undefined && query[key] !== '')
    .map((key) => {
      const value = query[key]
      const words = value === true ? '1' : value === false ? '0' : Array.isArray(value) ? value.join(',') : String(value)
      return `${encodeURIComponent(key)}=${encodeURIComponent(words)}`
    })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/**
 * The phone's client over a transport. Rejects with `ServiceError` for every answer that is not a success.
 * Answers are not validated here: a phone with an older version must live with fields that are new to it.
 */
export function createClient(transport: Transport): Call {
  return async (route, args) => {
    const { params, query, body } = args as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
    const answer = await transport({
      method: route.method,
      url: pathOf(route, params) + queryText(query),
      ...(route.body ? { body } : {}),
      responds: route.response === 'binary' ? 'binary' : 'json',
    })
    if (answer.status >= 400) throw fromErrorBody(answer.status, answer.body)
    return answer.body as ResponseOf<typeof route>
  }
}
