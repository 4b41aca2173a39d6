import type * as v from 'valibot'
import type { Parsed, Route, Who } from '@shared/api/route'
import type { Citizen, Staff } from '../actor'

/** The actor that a route promises its handler. */
export type ActorOf<W extends Who> = W extends 'public' ? undefined : W extends 'citizen' ? Citizen : Staff

/** A request after parsing and authorising. */
export type Request<R extends Route> = Parsed<R> & {
  readonly actor: ActorOf<R['who']>
  /** The session's token, for signing out. */
  readonly token: string
  readonly requestId: string
  /** Network address of whoever asks, for limits; kept as a hash only, and no longer than the limit asks for. */
  readonly address: string
}

/** A value whose arrays and objects may be read-only. */
type Readable<T> = T extends readonly (infer E)[] ? readonly Readable<E>[] : T extends object ? { readonly [K in keyof T]: Readable<T[K]> } : T

/** What a handler gives back: what the response's schema takes, or bytes. */
export type Answer<R extends Route> = R['response'] extends v.GenericSchema ? Readable<v.InferInput<R['response']>> : Uint8Array

/** Answers a route; throws ServiceError for everything that is not a success. */
export type Handler<R extends Route> = (request: Request<R>) => Promise<Answer<R>>

/** A route with its handler. */
export interface Binding {
  readonly route: Route
  readonly handle: (request: never) => Promise<unknown>
}

/** Binds a handler to a route, checking that their types agree. */
export function bind<R extends Route>(route: R, handle: Handler<R>): Binding {
  return { route, handle }
}
