import type * as v from 'valibot'
import type { Capability } from '../accounts/permissions'

/** Who may call a route: everybody, a signed-in citizen, or staff who may do what is named (shared/accounts/permissions.ts). */
export type Who = 'public' | 'citizen' | Capability

/** The Lambda that answers a route. */
export type LambdaName = 'items' | 'complaints' | 'accounts' | 'admin'

/** HTTP methods in use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One route of the API: the server validates and authorises by it, the phone's client and docs/openapi.json come from it. */
export interface Route<
  Params extends v.GenericSchema = v.GenericSchema,
  Query extends v.GenericSchema = v.GenericSchema,
  Body extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  Response extends v.GenericSchema | 'binary' = v.GenericSchema | 'binary',
  W extends Who = Who,
> {
  /** Stable name, `noun.verb`. */
  readonly id: string
  readonly method: Method
  /** Path below `basePath`, parameters as `:name`. */
  readonly path: string
  readonly lambda: LambdaName
  readonly who: W
  /** Status of success; 200 when left out. */
  readonly status?: 200 | 201
  /** Largest body, bytes; 64 KiB when left out. */
  readonly maxBodyBytes?: number
  /** How long the answer may be kept by anybody: a minute, or for ever; not at all when left out. */
  readonly cache?: 'minute' | 'forever'
  readonly params: Params
  readonly query: Query
  /** Left out: the request has no body. */
  readonly body: Body
  /** Schema of the JSON answer, or `binary` for bytes. */
  readonly response: Response
  /** What the route does, one English sentence for docs/openapi.json. */
  readonly summary: string
}

/** Path that every route begins with. */
export const basePath = '/api/v1'

/** States a route, keeping the exact types of its schemas. */
export function route<
  Params extends v.GenericSchema,
  Query extends v.GenericSchema,
  Body extends v.GenericSchema | undefined,
  Response extends v.GenericSchema | 'binary',
  W extends Who,
>(it: Route<Params, Query, Body, Response, W>): Route<Params, Query, Body, Response, W> {
  return it
}

/** What a schema gives; `undefined` for no schema. */
type Out<S> = S extends v.GenericSchema ? v.InferOutput<S> : undefined
/** What a schema takes; `undefined` for no schema. */
type In<S> = S extends v.GenericSchema ? v.InferInput<S> : undefined

/** Validated parts of a request, as a handler gets them. */
export interface Parsed<R extends Route> {
  readonly params: Out<R['params']>
  readonly query: Out<R['query']>
  readonly body: Out<R['body']>
}

/** Answer of a route: parsed JSON, or bytes. */
export type ResponseOf<R extends Route> = R['response'] extends 'binary' ? ArrayBuffer : Out<R['response']>

/** Leaves out what may be left out: a part whose every field is optional. Not distributed, so that a body of several shapes stays one union. */
type Part<Name extends string, T> = [T] extends [undefined] ? unknown : Record<string, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T }

/** What a caller gives: path parameters, query and body, each only where the route has it. */
export type CallArguments<R extends Route> = Part<'params', In<R['params']>> & Part<'query', In<R['query']>> & Part<'body', In<R['body']>>
