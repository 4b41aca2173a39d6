import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { parse } from 'yaml'

/** Bundles a Lambda into `folder` with the very options of serverless.yml; gives the file's path. */
export async function bundleLambda(name: string, folder: string): Promise<string> {
  const { custom } = parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'silent' }) as { custom: { esbuild: BuildOptions & { exclude: string[] } } }
  const { exclude, ...options } = custom.esbuild
  const outfile = join(folder, `${name}.js`)
  await build({ ...options, external: exclude, entryPoints: [`functions/lambda/${name}.ts`], outfile, logLevel: 'error' })
  return outfile
}
