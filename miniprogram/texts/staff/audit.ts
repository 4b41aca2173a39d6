/** Words of the audit log. */
export const audit = {
  title: '操作记录',
  detail: '谁在什么时候登录、动过账号、看过联系方式和原图、导出过找茬。只能增加，谁也不能修改或删除。',
  list: '操作记录',
  heads: { at: '时间', by: '谁', action: '做了什么', about: '对象' },
  before: '前一天',
  after: '后一天',
  today: '今天',
  goTo: '哪一天',
  go: '查看',
  wrongDay: '请写成 2026-11-23 这样的日期',
  empty: '这一天没有记录',
  start: '系统初始化',
  openCase: '打开这件找茬',
  account: (name: string) => `账号“${name}”`,
} as const
