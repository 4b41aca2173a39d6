import { channels } from '@shared/complaints/codes'

/** Words of the intake at the window and on the telephone. */
export const intake = {
  title: '代为登记',
  channel: '从哪里来',
  channels: [{ value: 'window' as const, label: channels.window }, { value: 'telephone' as const, label: channels.telephone }],
  kind: '是哪一类',
  kindMissing: '请选择是哪一类',
  text: '市民说了什么',
  textHint: '用市民的话记：时间、经过、希望怎样解决。',
  textMissing: '请写下市民说了什么',
  area: '办理区',
  contact: '市民的联系方式',
  contactHint: '填市民自己的，不要填窗口或您自己的电话。市民不愿意留，可以不填。',
  name: '市民的称呼',
  send: '登记',
  done: (receipt: string) => `已登记，受理号 ${receipt}`,
  doneDetail: '请把受理号告诉市民：打电话或到现场询问时，报这个号就行。',
  copy: '复制受理号',
  see: '去办理',
  next: '再登记一件',
  leave: { title: '离开这一页？', detail: '市民的联系方式和称呼不保存在设备上，离开后要重新填。', yes: '离开', no: '接着填' },
} as const
