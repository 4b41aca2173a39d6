import { existsSync } from 'node:fs'

/** A font file that a PDF can hold, and which font of a collection. */
export interface FontFile {
  readonly file: string
  readonly name?: string
}

/** Where systems keep a font with Chinese characters. Noto Sans CJK and 思源黑体 are under the SIL Open Font License; the rest belong to their systems. */
const places: readonly FontFile[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' },
  { file: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' },
  { file: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' },
  { file: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', name: 'WenQuanYiMicroHei' },
  { file: '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf' },
  { file: '/System/Library/Fonts/Supplemental/Songti.ttc', name: 'STSongti-SC-Regular' },
  { file: '/System/Library/Fonts/STHeiti Light.ttc', name: 'STHeitiSC-Light' },
  { file: 'C:\\Windows\\Fonts\\msyh.ttc', name: 'MicrosoftYaHei' },
  { file: 'C:\\Windows\\Fonts\\simhei.ttf' },
]

/** The font that the operator names, or the first that the system has. @throws Error in words when there is none */
export function findFont({ font, fontName }: { readonly font?: string; readonly fontName?: string }, exists: (file: string) => boolean = existsSync): FontFile {
  if (font) {
    if (!exists(font)) throw new Error(`没有这个字体文件：${font}`)
    return { file: font, ...(fontName ? { name: fontName } : {}) }
  }
  const found = places.find(({ file }) => exists(file))
  if (!found) throw new Error('系统里没有找到中文字体。装一个（Debian：apt install fonts-noto-cjk），或用 --font 指定 .ttf、.otf 文件，如思源黑体')
  return found
}
