import * as v from 'valibot'
import { instant, randomId } from '../api/fields'

/** What is written down of staff, as the centre calls it. Steps of cases have their own events (shared/complaints). */
export const auditActions = {
  'account-create': '新建账号',
  'account-change': '修改账号',
  'account-disable': '停用账号',
  'account-enable': '启用账号',
  'account-reset': '重置密码',
  'account-password': '修改自己的密码',
  'sign-in': '登录',
  'sign-in-failed': '密码输错',
  'contact-see': '查看联系方式',
  'complaint-export': '导出找茬',
  'photo-black-out': '遮盖照片',
  'photo-uncover': '取消照片遮盖',
  'photo-original': '查看照片原图',
  'photo-verdict': '复核照片',
  'message-resend': '重发微信提醒',
} as const

/** Something that staff did or looked at. */
export type AuditAction = keyof typeof auditActions

/** One line of the audit log. What it is about is named by id; which of these are there follows from the action. */
export const auditEvent = v.strictObject({
  id: randomId,
  at: instant,
  /** Staff account, or `start`: the first start of a centre. */
  by: v.string(),
  action: v.picklist(Object.keys(auditActions) as AuditAction[]),
  account: v.optional(v.string()),
  complaint: v.optional(randomId),
  photo: v.optional(randomId),
  /** How it was done, for people: filters of an export, how many cases, which message was sent again. */
  detail: v.optional(v.string()),
})
/** One line of the audit log. */
export type AuditEvent = v.InferOutput<typeof auditEvent>

/** One line of the audit log with the present names of the accounts in it. */
export const shownAuditEvent = v.strictObject({ ...auditEvent.entries, byName: v.string(), accountName: v.optional(v.string()) })
/** One line of the audit log with the present names of the accounts in it. */
export type ShownAuditEvent = v.InferOutput<typeof shownAuditEvent>
