import * as v from 'valibot'
import { anyStaff, type StaffRole } from '@shared/accounts/roles'
import { makeCalendar } from '@shared/calendar/calendar'
import { complaintLimits, limitsOf } from '@shared/complaints/limits'
import { complaintActionList, mayEver } from '@shared/complaints/states'
import type { ComplaintRecord } from '../record'
import type { OneStep, StepContext } from './staff-step'
import type { StepTime } from './step'

const at = '2026-11-23T08:00:00.000Z'

/** Every action that staff have on one complaint. */
export const staffActions = complaintActionList.filter((action): action is OneStep['action'] => action !== 'merge' && action !== 'absorb' && anyStaff.some((role) => mayEver(action, role)))

/** A complaint for tests, as it is stored. */
export const sampleRecord = (more: Partial<ComplaintRecord> = {}): ComplaintRecord => ({
  centre: '370214', id: '0123456789abcdefghjk', receipt: 'ZC-20261123-0001', citizen: 'c', kind: 'pain', state: 'accepted', text: '原文', excerpt: '原文', where: {}, photos: [],
  channel: 'app', helping: [], reopens: 0, citizenReopens: 0, followers: 0, marks: [], quiet: 0, acceptBy: '2026-11-24', answerBy: '2026-11-30', contact: '联系方式', showName: false, textReview: true, submittedAt: at, updatedAt: at, version: 2, due: '2026-11-30', ...more,
})

/** A calendar without holidays for the years of the tests, with the centre's usual limits. */
export const sampleTime = (instant = at): StepTime => ({
  at: instant, calendar: makeCalendar([2025, 2026, 2027, 2028].map((year) => ({ date: `${year}-01-01`, kind: 'holiday', name: '元旦' }))), limits: limitsOf(v.parse(complaintLimits, {}), 'pain'),
})

/** Who acts and when. An office is `approval`. */
export const sampleContext = (role: StaffRole = 'window', instant = at, id = 's'): StepContext => ({
  staff: { kind: 'staff', centre: '370214', id, name: '3 号窗口', role, mustChangePassword: false, ...(role === 'office' ? { office: 'approval' } : {}) },
  offices: new Map([['approval', '审批服务科'], ['network', '网络科']]), openNumbers: ['0532-00000002'], ...sampleTime(instant),
})

/** A request of each action that fits its schema. */
export function sampleBody(action: OneStep['action'], expectedVersion = 2): OneStep {
  const text = '写给市民或同事的话'
  const note = '内部的话'
  switch (action) {
    case 'decline': return { action, expectedVersion, reason: 'notOurs', responsible: '12345', text }
    case 'pass': return { action, expectedVersion, office: 'approval', helping: [], note: '请先看现场' }
    case 'return': case 'refer': return { action, expectedVersion, note }
    case 'decide': return { action, expectedVersion, note, date: '2026-11-23', by: '分管领导' }
    case 'plan': return { action, expectedVersion, text, due: '2026-12-31' }
    case 'rectify': return { action, expectedVersion, text, photos: [] }
    case 'close': return { action, expectedVersion, closing: 'explained' }
    case 'publish': return { action, expectedVersion, question: '问', answer: '答', confirmed: [] }
    case 'extend': return { action, expectedVersion, text: '要等专家鉴定', due: '2027-12-31' }
    case 'investigate': case 'grant': case 'refuse': case 'resume': case 'unpublish': return { action, expectedVersion }
    case 'note': return { action, expectedVersion, text, mentions: [] }
    default: return { action, expectedVersion, text }
  }
}
