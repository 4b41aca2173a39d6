import PDFDocument from 'pdfkit'
import type { FontFile } from './font'
import type { Label } from './labels'

/** Points of a millimetre. */
const mm = 72 / 25.4
/** A4, with a margin that every printer keeps. */
const page = { width: 210 * mm, height: 297 * mm, margin: 12 * mm }
const ink = '#1c2430'
const soft = '#5b6675'

/** A code ready for paper. */
export interface PrintedLabel extends Label {
  readonly picture: Uint8Array
}

/** What stands on every sheet. */
export interface SheetTexts {
  readonly centre: string
  /** How to use the code, one sentence. */
  readonly hint: string
}

type Pdf = InstanceType<typeof PDFDocument>

function newPdf(font: FontFile, title: string): Pdf {
  const pdf = new PDFDocument({ size: [page.width, page.height], margin: 0, autoFirstPage: false, info: { Title: title } })
  try {
    pdf.registerFont('text', font.file, font.name)
    pdf.font('text')
  } catch {
    throw new Error(`这个字体不能放进 PDF：${font.file}${font.name ? '' : '（字体集合 .ttc 要用 --font-name 说明是哪一个）'}`)
  }
  return pdf
}

/** The whole file, once everything is drawn. */
function bytesOf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    pdf.end()
  })
}

/** Columns and rows of a sheet of labels. */
const grid = { columns: 3, rows: 4 }
/** Codes on one page. */
export const perPage = grid.columns * grid.rows
const codeSize = 45 * mm

/** Sheets of labels: each a code with its name and place, with lines to cut along. */
export function labelSheets(labels: readonly PrintedLabel[], texts: SheetTexts, font: FontFile): Promise<Buffer> {
  const pdf = newPdf(font, texts.centre)
  const cell = { width: (page.width - 2 * page.margin) / grid.columns, height: (page.height - 2 * page.margin) / grid.rows }
  labels.forEach((label, i) => {
    const at = i % perPage
    if (at === 0) pdf.addPage()
    const x = page.margin + (at % grid.columns) * cell.width
    const y = page.margin + Math.floor(at / grid.columns) * cell.height
    pdf.rect(x, y, cell.width, cell.height).dash(3, { space: 3 }).lineWidth(0.5).strokeColor('#b9c1cc').stroke().undash()
    pdf.image(Buffer.from(label.picture), x + (cell.width - codeSize) / 2, y + 2 * mm, { width: codeSize, height: codeSize })
    const line = { width: cell.width - 6 * mm, align: 'center', ellipsis: true } as const
    pdf.fillColor(ink).fontSize(10).text(label.name, x + 3 * mm, y + codeSize + 3 * mm, { ...line, height: 9.5 * mm, lineGap: 0 })
    pdf.fillColor(soft).fontSize(8).text(label.place, x + 3 * mm, y + codeSize + 13 * mm, { ...line, height: 4 * mm })
    pdf.fontSize(6.5).text(texts.hint, x + 3 * mm, y + cell.height - 4.5 * mm, { ...line, height: 3.5 * mm })
  })
  return bytesOf(pdf)
}

/** Columns of a poster's list, and the lines of one. */
const list = { columns: 3, size: 8.5, line: 5.2 * mm }

/** One poster of an area: name, floor, one large code, and everything that is handled there; a list that is too long goes on on a second page. */
export function areaPoster(area: PrintedLabel, items: readonly Label[], texts: SheetTexts & { readonly what: string; readonly listTitle: string }, font: FontFile): Promise<Buffer> {
  const pdf = newPdf(font, `${texts.centre} ${area.name}`)
  pdf.addPage()
  const centred = { width: page.width - 2 * page.margin, align: 'center' } as const
  const big = 78 * mm
  pdf.fillColor(soft).fontSize(14).text(texts.centre, page.margin, 14 * mm, centred)
  pdf.fillColor(ink).fontSize(40).text(area.name, page.margin, 22 * mm, centred)
  pdf.fillColor(soft).fontSize(16).text(area.place, page.margin, 41 * mm, centred)
  pdf.image(Buffer.from(area.picture), (page.width - big) / 2, 52 * mm, { width: big, height: big })
  pdf.fillColor(ink).fontSize(17).text(texts.hint, page.margin, 132 * mm, centred)
  pdf.fillColor(soft).fontSize(11).text(texts.what, page.margin, 142 * mm, { ...centred, height: 10 * mm, ellipsis: true })
  const width = (page.width - 2 * page.margin) / list.columns
  let top = 164 * mm
  pdf.fillColor(ink).fontSize(12).text(texts.listTitle, page.margin, top - 7 * mm, centred)
  let rest = [...items]
  while (rest.length > 0) {
    const rows = Math.floor((page.height - page.margin - top) / list.line)
    // Columns of the same length read more easily than two full ones and a stump.
    const used = Math.min(rows, Math.ceil(Math.min(rest.length, rows * list.columns) / list.columns))
    rest.slice(0, used * list.columns).forEach(({ name }, i) => {
      const x = page.margin + Math.floor(i / used) * width
      pdf.fillColor(ink).fontSize(list.size).text(name, x, top + (i % used) * list.line, { width: width - 4 * mm, height: list.line, ellipsis: true, lineBreak: true })
    })
    rest = rest.slice(used * list.columns)
    if (rest.length > 0) {
      pdf.addPage()
      top = page.margin
    }
  }
  return bytesOf(pdf)
}
