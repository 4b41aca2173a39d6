import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFont } from './font'
import { readLabels, type Label } from './labels'
import { help, readOptions, type CodesOptions } from './options'
import { pictureMaker, type Picture } from './pictures'
import { areaPoster, labelSheets, type PrintedLabel } from './sheets'

const kindNames = { item: '事项', window: '窗口', area: '办理区', answer: '公开答复' } as const

/** Pictures asked for at the same time: WeChat takes 5,000 a minute. */
const atOnce = 4

/** Labels with their pictures, in the same order. */
async function printed(labels: readonly Label[], picture: Picture): Promise<PrintedLabel[]> {
  const done: PrintedLabel[] = []
  for (let i = 0; i < labels.length; i += atOnce) {
    done.push(...await Promise.all(labels.slice(i, i + atOnce).map(async (label) => ({ ...label, picture: await picture(label.scene) }))))
    if (i % 100 === 0 && i > 0) console.error(`  ${i} / ${labels.length}`)
  }
  return done
}

/** Makes the sheets. @returns the files written */
async function makeCodes(options: CodesOptions, env: NodeJS.ProcessEnv): Promise<string[]> {
  const font = findFont(options)
  const picture = pictureMaker(options, env)
  const { centre, all } = await readLabels(options.api, options.centre)
  if (options.area && !centre.areas.some(({ id }) => id === options.area)) throw new Error(`没有办理区“${options.area}”，可以是 ${centre.areas.map(({ id, name }) => `${id}（${name}）`).join('、')}`)
  const wanted = all.filter(({ area }) => !options.area || area === options.area)
  const hint = options.web ? '扫一扫，看办事指南' : '微信扫一扫，看办事指南'
  mkdirSync(options.out, { recursive: true })
  const files: string[] = []
  const write = (name: string, bytes: Buffer) => {
    const file = join(options.out, name)
    writeFileSync(file, bytes)
    files.push(file)
  }
  for (const kind of options.kinds) {
    if (kind === 'poster') {
      for (const area of await printed(wanted.filter((label) => label.kind === 'area'), picture)) {
        const items = all.filter((label) => label.kind === 'item' && label.area === area.area)
        const { what = '' } = centre.areas.find(({ id }) => id === area.area) ?? {}
        write(`poster-${area.area}.pdf`, await areaPoster(area, items, { centre: centre.name, hint, what, listTitle: `这里办理 ${items.length} 项` }, font))
      }
      continue
    }
    const labels = wanted.filter((label) => label.kind === kind)
    if (labels.length === 0) {
      console.error(`${kindNames[kind]}：没有，不做`)
      continue
    }
    console.error(`${kindNames[kind]}：${labels.length} 个码`)
    write(`codes-${kind}.pdf`, await labelSheets(await printed(labels, picture), { centre: centre.name, hint }, font))
  }
  return files
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') return console.log(help)
  for (const file of await makeCodes(options, process.env)) console.log(file)
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}
