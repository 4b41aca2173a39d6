import path from 'node:path'
import { InjectManifest } from '@serwist/webpack-plugin'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type { Asset, Chunk, Compilation } from 'webpack'

const root = path.resolve(__dirname, '..')

/** Taro transpiles only `sourceRoot`; shared/ holds TypeScript for the phone too, and valibot ships newer syntax than phones read. */
const compile = { include: [path.join(root, 'shared'), (file: string) => /node_modules[\\/]valibot[\\/]/.test(file)] }

/** Lengths are CSS pixels scaled by our own variables (ui/tokens.scss): of Taro's transform only `#ifdef` by platform is used, no change of units. */
const pxtransform = { enable: true, config: { methods: ['platform'] } }

/**
 * Build settings for both targets, run from the repository's root.
 * Environment: `TARO_APP_API` (address of the API, empty means the page's own origin), `TARO_APP_SIGN_IN`
 * (`wechat` or `device`), `TARO_APP_CENTRE` (centre id), `TARO_APP_ANSWER_TEMPLATE` (id of the subscribe message), `TARO_APP_SPEECH_PLUGIN` (version of WeChat's speech plugin).
 */
/** Whether only staff's pages need a chunk: citizens are spared it. */
const isStaffs = ({ groupsIterable }: Chunk): boolean => [...groupsIterable].flatMap(({ origins }) => origins).every(({ request }) => request?.startsWith('./staff/'))

export default defineConfig<'webpack5'>(() => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'citizens-service-centre',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 1 },
    sourceRoot: 'miniprogram',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Chinese as it is, not as \uXXXX: 3 bytes a character instead of 6, a tenth of the main package.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    // What search engines inside WeChat may show, and the tab bar's pictures, which theme.json names: Taro itself leaves them behind.
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? ['sitemap.json', 'icons'].map((name) => ({ from: `miniprogram/${name}`, to: `dist/weapp/${name}` })) : [], options: {} },
    alias: { '@shared': path.join(root, 'shared') },
    env: {
      TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? ''),
      TARO_APP_SIGN_IN: JSON.stringify(process.env.TARO_APP_SIGN_IN ?? ''),
      TARO_APP_CENTRE: JSON.stringify(process.env.TARO_APP_CENTRE ?? '370214'),
      TARO_APP_SPEECH_PLUGIN: JSON.stringify(process.env.TARO_APP_SPEECH_PLUGIN ?? ''),
      TARO_APP_ANSWER_TEMPLATE: JSON.stringify(process.env.TARO_APP_ANSWER_TEMPLATE ?? ''),
    },
    plugins: ['@tarojs/plugin-framework-react', '@tarojs/plugin-platform-h5', '@tarojs/plugin-platform-weapp', path.join(__dirname, 'screen-reader.ts')],
    mini: {
      compile,
      postcss: { pxtransform },
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      webpackChain(chain) {
        // Plain elements in place of Taro's slow custom ones; the module says which.
        chain.resolve.alias.set('@tarojs/components$', path.join(root, 'miniprogram/platform/components.ts'))
        // Taro splits only what the start needs: without this each page brings its own copy of the search engine and the API's schemas.
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 10_000,
          cacheGroups: { shared: { minChunks: 2, name: (_module: unknown, chunks: readonly Chunk[]) => (chunks.every(isStaffs) ? 'staff' : 'shared'), chunks: 'async', priority: 20 } },
        })
        // The app starts without a network: what citizens' pages need is kept by the browser (platform/service-worker.ts).
        chain.plugin('service-worker').use(InjectManifest, [{
          swSrc: path.join(root, 'miniprogram/platform/service-worker.ts'),
          swDest: 'service-worker.js',
          exclude: [/LICENSE/, ({ asset, compilation }: { asset: Asset; compilation: Compilation }) => [...compilation.chunks].some((chunk) => chunk.files.has(asset.name) && isStaffs(chunk))],
        }])
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
    },
  }
  return config
})
