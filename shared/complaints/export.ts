import * as v from 'valibot'
import { day } from '../api/fields'
import { addDays } from '../calendar/calendar'
import { localId } from '../centre/centre'
import { complaintKindList } from './kinds'
import { complaintStateList } from './states'

/** Most complaints in one file: what a Lambda reads and sends in one answer. */
export const maxExported = 1000
/** Most days from the first to the last of an export. */
const maxExportDays = 366

/** Formats of an export. */
export const exportFormats = { xlsx: 'Excel 表格（XLSX）', csv: 'CSV' } as const
/** Format of an export. */
export type ExportFormat = keyof typeof exportFormats

const exportFields = v.strictObject({
  format: v.picklist(Object.keys(exportFormats) as ExportFormat[]),
  /** First and last day, in China's time, on which the complaints were raised. */
  from: day,
  to: day,
  state: v.optional(v.picklist(complaintStateList)),
  kind: v.optional(v.picklist(complaintKindList)),
  /** Office that leads or helps. */
  office: v.optional(localId),
})

/** Which complaints to export, and as what. */
export const exportBody = v.pipe(
  exportFields,
  v.forward(v.check(({ from, to }) => from <= to, '结束日期不能早于开始日期'), ['to']),
  v.forward(v.check(({ from, to }) => to < addDays(from, maxExportDays), `一次最多 ${maxExportDays} 天`), ['to']),
)
/** Which complaints to export, and as what. */
export type ExportBody = v.InferOutput<typeof exportBody>

/** The columns of an export, with their headings, in order. */
export const exportColumns = {
  receipt: '受理编号',
  submittedAt: '提出时间',
  kind: '类型',
  state: '状态',
  channel: '来源',
  office: '主办科室',
  helping: '协办科室',
  place: '地点',
  due: '期限',
  overdue: '超期',
  answeredAt: '首次答复时间',
  closedAs: '办结方式',
  rating: '评价',
  reopens: '重新办理次数',
  followers: '也遇到的人数',
  text: '内容',
  answer: '最近一次答复',
  name: '姓名',
  contact: '联系方式',
} as const
/** A row of an export. */
export type ExportRow = Record<keyof typeof exportColumns, string | number>
