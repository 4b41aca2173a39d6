import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { parse } from 'yaml'
import { routeKeyOf, type HttpEvent } from '../functions/platform/http/event'
import type { Route } from '../shared/api/route'

/** Bundles a Lambda into `folder` with the very options of serverless.yml; gives the file's path. */
export async function bundleLambda(name: string, folder: string): Promise<string> {
  const { custom } = parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'silent' }) as { custom: { esbuild: BuildOptions & { exclude: string[] } } }
  const { exclude, ...options } = custom.esbuild
  const outfile = join(folder, `${name}.js`)
  await build({ ...options, external: exclude, entryPoints: [`functions/lambda/${name}.ts`], outfile, logLevel: 'error' })
  return outfile
}

/** A request as API Gateway passes it to a Lambda. */
export const eventOf = (route: Pick<Route, 'method' | 'path'>, pathParameters: Record<string, string>, rawQueryString: string, more: Partial<HttpEvent> = {}): HttpEvent =>
  ({ routeKey: routeKeyOf(route), pathParameters, rawQueryString, headers: { host: 'localhost' }, isBase64Encoded: false, requestContext: { http: { sourceIp: '127.0.0.1' } }, ...more })
