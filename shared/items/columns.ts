import type { ItemContent } from './item'

/** A column of a catalogue file; the same name as the field of an item. */
export type Column = keyof ItemContent

/** Headings by which a column is known, the first one being what we call it in Chinese. Terms of a service guide (办事指南). */
export const columns: Record<Column, readonly [string, ...string[]]> = {
  name: ['事项名称', '名称', '办理事项', '事项', '主项名称', '业务办理项名称'],
  code: ['事项编码', '编码', '实施编码', '事项代码', '基本编码', '实施清单编码', 'itemCode'],
  aliases: ['别名', '俗称', '日常用语', '常用说法', '关键词', '又称'],
  department: ['实施主体', '实施部门', '部门', '办理部门', '实施机构', '责任部门', '责任单位', '主管部门'],
  type: ['事项类型', '类型', '权力类型', '事项性质', 'category'],
  audience: ['服务对象', '办理对象', '对象', '服务对象类型'],
  theme: ['主题', '主题分类', '所属主题', '事项主题'],
  area: ['服务区', '综合办理区', '办理区域', '区域', '办理地点'],
  floor: ['楼层', '办理楼层'],
  windowClass: ['一窗类别', '综合窗口类别', '窗口类别', '一窗受理类别'],
  legalLimit: ['法定办结时限', '法定时限', '法定期限', '法定办理时限'],
  committedLimit: ['承诺办结时限', '承诺时限', '承诺期限', '承诺办理时限'],
  handling: ['办件类型', '办理类型', '办结类型'],
  visits: ['到现场次数', '到办事现场次数', '跑动次数', '最多跑动次数'],
  fee: ['收费', '收费标准', '是否收费', '费用', '收费情况'],
  conditions: ['受理条件', '办理条件', '申请条件'],
  materials: ['申请材料', '材料', '所需材料', '材料清单', '申报材料'],
  result: ['办理结果', '审批结果', '结果名称', '办结结果'],
  online: ['网上办理', '网上办理深度', '网办深度', '是否网办', '是否网上办理'],
  telephone: ['咨询电话', '电话', '咨询方式', '联系电话'],
  legalBasis: ['设定依据', '法律依据', '办理依据', '依据'],
  soleReview: ['独任审核', '独任审核制'],
  associated: ['关联事项', '是否关联事项'],
  informCommit: ['告知承诺', '告知承诺制', '是否告知承诺'],
  outsideHours: ['非工作时间', '非工作时间服务', '非工作时间可办', '延时服务'],
}

/** All columns in the order of data/catalogue.csv. */
export const columnOrder: readonly Column[] = [
  'code', 'name', 'aliases', 'department', 'type', 'audience', 'theme', 'area', 'floor', 'windowClass', 'legalLimit', 'committedLimit', 'handling',
  'visits', 'fee', 'conditions', 'materials', 'result', 'online', 'telephone', 'legalBasis', 'soleReview', 'associated', 'informCommit', 'outsideHours',
]

/** Spaces, marks of a required column and notes in brackets do not count: `* 事项名称（必填）` is 事项名称. */
const plain = (heading: string) => heading.replace(/[\s*＊:：\u3000]/g, '').replace(/[（(][^（）()]*[）)]$/, '').toLowerCase()

const byHeading = new Map<string, Column>()
for (const column of columnOrder) {
  byHeading.set(column.toLowerCase(), column)
  for (const heading of columns[column]) byHeading.set(plain(heading), column)
}

/** The column that a heading means, or undefined for one that a catalogue does not have (序号, 备注 …). */
export function columnOf(heading: string): Column | undefined {
  return byHeading.get(plain(heading))
}

/** What a column is called in Chinese. */
export function headingOf(column: Column): string {
  return columns[column][0]
}
