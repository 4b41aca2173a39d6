import type { Context } from 'hono'
import * as v from 'valibot'
import type { Route } from '@shared/api/route'
import { fieldProblems } from '@shared/errors/field-problems'
import { ServiceError } from '@shared/errors/service-error'

/** Largest body of a route that names none, bytes. */
const defaultMaxBodyBytes = 64 * 1024

/** Parses one part of a request. @throws ServiceError `invalid-request` with a sentence for each field. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input)
  if (!parsed.success) throw new ServiceError('invalid-request', { fields: fieldProblems(parsed.issues) })
  return parsed.output
}

async function json(c: Context, maxBytes: number): Promise<unknown> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw new ServiceError('body-too-large')
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength > maxBytes) throw new ServiceError('body-too-large')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ServiceError('not-json')
  }
}

/** Path parameters, query and body of a request by the route's schemas; unknown keys are refused. */
export async function parseRequest(route: Route, c: Context): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const params = parse(route.params, c.req.param())
  const query = parse(route.query, c.req.query())
  const body = route.body ? parse(route.body, await json(c, route.maxBodyBytes ?? defaultMaxBodyBytes)) : undefined
  return { params, query, body }
}
