/** Kinds of personal data (个人信息), as they are named to staff. */
export const personalDataKinds = {
  identity: '身份证号',
  card: '银行卡号',
  phone: '手机号',
  landline: '固定电话',
  email: '邮箱',
  plate: '车牌号',
  account: '微信号或 QQ 号',
  document: '证件号或账号',
  address: '门牌地址',
  staff: '工号',
  name: '姓名',
  known: '市民留下的信息',
} as const
/** Kind of personal data. */
export type PersonalDataKind = keyof typeof personalDataKinds

/** A place in a text that looks like personal data. */
export interface Finding {
  readonly kind: PersonalDataKind
  /** As it stands in the text. */
  readonly words: string
  /** From here, UTF-16 units. */
  readonly start: number
  /** Up to here, exclusive. */
  readonly end: number
  /** Sure: it must go. Otherwise a person has to decide. */
  readonly sure: boolean
}
