import { parseArgs } from 'node:util'
import { codeKinds, type CodeKind } from '@shared/codes/scene'

/** What `--help` prints. */
export const help = `npm run codes -- [选项]

为事项、窗口、办理区、公开答复做二维码，写成可以打印的 PDF（A4）：
  codes-item.pdf、codes-window.pdf、codes-area.pdf、codes-answer.pdf   一页 12 张，码、名称、位置
  poster-<办理区>.pdf                                               一个办理区一张海报：一个大码，下面是全部事项

选项：
  --api 地址        读取中心和事项的服务，默认 http://localhost:8080（npm start 打印的地址）
  --centre 编码     中心，默认 370214
  --out 文件夹      写到哪里，默认 codes
  --kinds 种类      item,window,area,answer,poster 中的几种，逗号分隔，默认全部
  --area 编号       只做这个办理区（事项、窗口、海报）
  --web 地址        不用小程序码，做打开网页的普通二维码；地址是网页版的网址，如 https://zwfw.example.gov.cn/
  --version 版本    小程序码打开的版本：release（默认）、trial、develop
  --font 文件       中文字体（.ttf、.otf，或 .ttc 加 --font-name 名称）；默认在系统字体里找
  --font-name 名称  字体集合（.ttc）里的哪一个
  --help            这些说明

小程序码要有微信的 appid 和密钥：环境变量 WECHAT_APPID、WECHAT_SECRET（WECHAT_URL 指向另一个微信，如 npm start 的模拟微信）。
没有密钥时用 --web。老码不用换：在微信后台把老网址设成“扫普通链接二维码打开小程序”，页面填 pages/open/index（docs/launch-wechat.md）。`

/** What the sheets are made for: the kinds of codes, and the posters of areas. */
const sheetKinds = [...(Object.keys(codeKinds) as CodeKind[]), 'poster'] as const
/** A kind of sheet. */
export type SheetKind = (typeof sheetKinds)[number]

/** What the tool is to do. */
export interface CodesOptions {
  readonly api: string
  readonly centre: string
  readonly out: string
  readonly kinds: readonly SheetKind[]
  readonly area?: string
  /** Address of the web app, ending in `/`: plain QR codes instead of WeChat's. */
  readonly web?: string
  readonly version: 'release' | 'trial' | 'develop'
  readonly font?: string
  readonly fontName?: string
}

/** Reads the command line. @throws Error with a sentence for the person who typed it */
export function readOptions(args: readonly string[]): CodesOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      api: { type: 'string', default: 'http://localhost:8080' }, centre: { type: 'string', default: '370214' }, out: { type: 'string', default: 'codes' },
      kinds: { type: 'string', default: sheetKinds.join(',') }, area: { type: 'string' }, web: { type: 'string' }, version: { type: 'string', default: 'release' },
      font: { type: 'string' }, 'font-name': { type: 'string' }, help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return 'help'
  const kinds = values.kinds.split(',').map((kind) => {
    const known = sheetKinds.find((it) => it === kind.trim())
    if (!known) throw new Error(`--kinds 不认识“${kind}”，可以是 ${sheetKinds.join('、')}`)
    return known
  })
  const version = (['release', 'trial', 'develop'] as const).find((it) => it === values.version)
  if (!version) throw new Error('--version 应为 release、trial 或 develop')
  if (!/^\d{6}$/.test(values.centre)) throw new Error('--centre 应为六位行政区划代码')
  for (const [name, address] of [['--api', values.api], ['--web', values.web]] as const) {
    if (address !== undefined && !/^https?:\/\/[^/]+/.test(address)) throw new Error(`${name} 应为 http(s) 网址`)
  }
  return {
    api: values.api.replace(/^(https?:\/\/[^/]+).*$/, '$1'),
    centre: values.centre, out: values.out, kinds, version,
    ...(values.area ? { area: values.area } : {}), ...(values.web ? { web: values.web.replace(/[/#]*$/, '/') } : {}),
    ...(values.font ? { font: values.font } : {}), ...(values['font-name'] ? { fontName: values['font-name'] } : {}),
  }
}
