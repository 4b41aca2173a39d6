import * as v from 'valibot'
import type { Route } from '@shared/api/route'
import { fieldProblems } from '@shared/errors/field-problems'
import { ServiceError } from '@shared/errors/service-error'
import { bodyOf, queryOf, type HttpEvent } from './event'

/** Largest body of a route that names none, bytes. */
const defaultMaxBodyBytes = 64 * 1024

/** Parses one part of a request. @throws ServiceError `invalid-request` with a sentence for each field. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input)
  if (!parsed.success) throw new ServiceError('invalid-request', { fields: fieldProblems(parsed.issues) })
  return parsed.output
}

function json(event: HttpEvent, maxBytes: number): unknown {
  const bytes = bodyOf(event)
  if (bytes.byteLength > maxBytes) throw new ServiceError('body-too-large')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ServiceError('not-json')
  }
}

/** Path parameters, query and body of a request by the route's schemas; unknown keys are refused. */
export function parseRequest(route: Route, event: HttpEvent): { params: unknown; query: unknown; body: unknown } {
  const params = parse(route.params, event.pathParameters ?? {})
  const query = parse(route.query, queryOf(event))
  const body = route.body ? parse(route.body, json(event, route.maxBodyBytes ?? defaultMaxBodyBytes)) : undefined
  return { params, query, body }
}
