import * as v from 'valibot'
import { instant, maybeText, text, version } from '../api/fields'
import { localId } from '../centre/centre'

/** Whom an item is for (服务对象). */
export const audiences = ['个人', '法人'] as const
/** How it is handled (办件类型): at once, or within a promised time. */
export const handlings = ['即办件', '承诺件'] as const
/** Whether it can be done on the net (网上办理深度). */
export const onlineKinds = ['全程网办', '网上申请', '否'] as const

/** Id of an item in URLs: its code, or `n-` and a hash of name and department. */
export const itemId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z._-]{1,100}$/, '格式不正确'))

const workingDays = v.pipe(v.number('应为工作日数'), v.integer('应为整数'), v.minValue(0), v.maxValue(1000))
const lines = (count: number, length: number) => v.optional(v.pipe(v.array(text(length)), v.maxLength(count, `最多 ${count} 条`)), [])
const flag = v.optional(v.boolean('应为“是”或“否”'), false)

/** What staff write of an item (事项); the fields of a service guide (办事指南). Only the name is required. */
export const itemContent = v.strictObject({
  /** Official name (事项名称). */
  name: text(200),
  /** Item code (事项编码). */
  code: v.optional(text(100)),
  /** How citizens say it (别名). */
  aliases: lines(60, 60),
  /** Department responsible (实施主体). */
  department: v.optional(text(100)),
  /** Kind (事项类型): 行政许可, 行政确认, 公共服务 … */
  type: v.optional(text(40)),
  audience: v.optional(v.array(v.picklist(audiences)), []),
  /** Theme (主题分类). */
  theme: v.optional(text(40)),
  /** Service area, by id in the centre's data. */
  area: v.optional(localId),
  /** Floor, e.g. 1F. */
  floor: v.optional(text(20)),
  /** Class of the one window (一窗受理): 商事经贸, 社会事务, 文教卫健; none: not a one-window item. */
  windowClass: v.optional(text(40)),
  /** Legal limit (法定办结时限) in working days. */
  legalLimit: v.optional(workingDays),
  /** Committed limit (承诺办结时限) in working days. */
  committedLimit: v.optional(workingDays),
  handling: v.optional(v.picklist(handlings)),
  /** Times that one has to come (到现场次数). */
  visits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))),
  /** What it costs (收费), in words. */
  fee: v.optional(text(300)),
  /** Conditions (受理条件), one a line. */
  conditions: lines(60, 1000),
  /** Materials to bring (申请材料), one a line. */
  materials: lines(100, 1000),
  /** What one receives (办理结果). */
  result: v.optional(text(200)),
  online: v.optional(v.picklist(onlineKinds)),
  telephone: v.optional(text(60)),
  /** Legal basis (设定依据), one a line. */
  legalBasis: lines(40, 1000),
  /** Under sole review (独任审核). */
  soleReview: flag,
  /** Associated item (关联事项). */
  associated: flag,
  /** Inform and commit (告知承诺). */
  informCommit: flag,
  /** Served outside working hours (非工作时间). */
  outsideHours: flag,
})
/** What staff write of an item. */
export type ItemContent = v.InferOutput<typeof itemContent>

/** Whether citizens see an item (published 公布) or not (withdrawn 撤下). */
export const itemStates = { published: '公布', withdrawn: '撤下' } as const

/** An item (事项) as it is stored and shown. */
export const item = v.strictObject({
  id: itemId,
  ...itemContent.entries,
  /** From the project's sample catalogue, not from the centre. */
  sample: v.boolean(),
  state: v.picklist(['published', 'withdrawn']),
  version,
  updatedAt: instant,
})
/** An item (事项). */
export type Item = v.InferOutput<typeof item>

/** One event of an item's history: who (role and account) changed what. */
export const itemEvent = v.strictObject({
  itemId,
  version,
  at: instant,
  action: v.picklist(['create', 'edit', 'withdraw', 'restore', 'import']),
  byName: maybeText(40),
  /** Fields that changed, with the former and the present value as text. */
  changes: v.array(v.strictObject({ field: v.string(), from: v.string(), to: v.string() })),
})
/** One event of an item's history. */
export type ItemEvent = v.InferOutput<typeof itemEvent>
