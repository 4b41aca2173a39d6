import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { basePath, type Route } from '@shared/api/route'

/** What the house reads of a request, as API Gateway's HTTP API passes it on (payload format 2.0): matched to its route, the path's parameters decoded. */
export type HttpEvent = Pick<APIGatewayProxyEventV2, 'routeKey' | 'pathParameters' | 'rawQueryString' | 'headers' | 'body' | 'isBase64Encoded'> & {
  readonly requestContext: { readonly http: { readonly sourceIp: string } }
}

/** An answer as API Gateway takes it. */
export type HttpResult = APIGatewayProxyStructuredResultV2

/** A Lambda behind API Gateway. API Gateway matches the routes; a second router, and the web's Request and Response, would be a fifth of a cold start. */
export interface HttpApp {
  /** The routes that it answers, in API Gateway's words: `GET /api/v1/centres/{centre}`. */
  readonly routeKeys: readonly string[]
  /** Answers a request; an error is an answer too. */
  readonly handle: (event: HttpEvent) => Promise<HttpResult>
}

/** A route in API Gateway's words. */
export const routeKeyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${basePath}${path.replace(/:([A-Za-z]+)/g, '{$1}')}`

/** The query: of a name that stands several times, the first. */
export function queryOf({ rawQueryString }: HttpEvent): Record<string, string> {
  const query = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(rawQueryString)) if (!query.has(name)) query.set(name, value)
  return Object.fromEntries(query)
}

/** The body's bytes; API Gateway passes text as it is and everything else as base64. */
export const bodyOf = ({ body = '', isBase64Encoded }: HttpEvent): Buffer => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
