import * as v from 'valibot'
import { centreId, countParameter, cursor, day, inCentre, nothing, randomId, text, version } from '../api/fields'
import { route } from '../api/route'
import { localId } from '../centre/centre'
import { itemId } from '../items/item'
import { intakeBody, passManyBody, passManyResult, rateBody, reopenBody, staffActBody } from './acts'
import { askedComplaint, citizenComplaint, citizenComplaintLine, publishedAnswer, replyBody, staffComplaint, staffComplaintLine, submitBody } from './complaint'
import { followedCase, following, similarBody, similarCase } from './public-case'
import { dashboard, dashboardMonths } from './dashboard'
import { exportBody } from './export'
import { complaintKindList } from './kinds'
import { publicFigures } from './public-figures'
import { complaintStateList } from './states'
import { suggestion } from './suggestion'

const oneInCentre = v.strictObject({ centre: centreId, id: randomId })
const one = v.strictObject({ id: randomId })
const page = v.strictObject({ limit: v.optional(countParameter(1, 100)), cursor: v.optional(cursor) })

/** Routes of the complaints (找茬). */
export const complaintRoutes = {
  submit: route({
    id: 'complaints.submit', method: 'POST', path: '/centres/:centre/complaints', lambda: 'complaints', who: 'citizen', status: 201,
    params: inCentre, query: nothing, body: submitBody, response: citizenComplaint,
    summary: 'Raise a complaint; the same client key again gives the same complaint.',
  }),
  mine: route({
    id: 'complaints.mine', method: 'GET', path: '/centres/:centre/complaints', lambda: 'complaints', who: 'citizen',
    params: inCentre, query: page, body: undefined,
    response: v.strictObject({ complaints: v.array(citizenComplaintLine), cursor: v.optional(cursor) }),
    summary: 'My complaints, newest first.',
  }),
  asked: route({
    id: 'complaints.asked', method: 'GET', path: '/centres/:centre/asked-complaints', lambda: 'complaints', who: 'citizen',
    params: inCentre, query: nothing, body: undefined, response: v.strictObject({ complaints: v.array(askedComplaint) }),
    summary: 'Those of my last 200 complaints in which the centre asked me something and waits (待补充), the most urgent first, ten at most.',
  }),
  published: route({
    id: 'complaints.published', method: 'GET', path: '/centres/:centre/answers', lambda: 'complaints', who: 'public',
    params: inCentre, query: v.strictObject({ kind: v.optional(v.picklist(complaintKindList)), area: v.optional(localId), item: v.optional(itemId), ...page.entries }), body: undefined,
    response: v.strictObject({ answers: v.array(publishedAnswer), cursor: v.optional(cursor) }),
    summary: 'The public board: published cases without personal data, newest first; all, or those of a kind, an area or an item.',
  }),
  publishedOne: route({
    id: 'complaints.publishedOne', method: 'GET', path: '/centres/:centre/answers/:id', lambda: 'complaints', who: 'public',
    params: oneInCentre, query: nothing, body: undefined, response: publishedAnswer,
    summary: 'One published answer, as a code or a shared card opens it.',
  }),
  figures: route({
    id: 'complaints.figures', method: 'GET', path: '/centres/:centre/complaint-figures', lambda: 'complaints', who: 'public', cache: 'minute',
    params: inCentre, query: nothing, body: undefined, response: v.strictObject({ figures: v.optional(publicFigures) }),
    summary: 'The figures of the last twelve months as of last night, by kind and by month, without small counts; none before the first night.',
  }),
  similar: route({
    id: 'complaints.similar', method: 'POST', path: '/centres/:centre/similar', lambda: 'complaints', who: 'public', maxBodyBytes: 16_384,
    params: inCentre, query: nothing, body: similarBody, response: v.strictObject({ cases: v.array(similarCase) }),
    summary: 'At most three public cases about what is being written; the text is neither kept nor logged.',
  }),
  get: route({
    id: 'complaints.get', method: 'GET', path: '/centres/:centre/complaints/:id', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: undefined, response: citizenComplaint,
    summary: 'One of my complaints with its timeline.',
  }),
  reply: route({
    id: 'complaints.reply', method: 'POST', path: '/centres/:centre/complaints/:id/replies', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: replyBody, response: citizenComplaint,
    summary: 'Add to one of my complaints.',
  }),
  withdraw: route({
    id: 'complaints.withdraw', method: 'POST', path: '/centres/:centre/complaints/:id/withdraw', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: v.strictObject({ expectedVersion: version }), response: citizenComplaint,
    summary: 'Withdraw one of my complaints.',
  }),
  rate: route({
    id: 'complaints.rate', method: 'POST', path: '/centres/:centre/complaints/:id/rating', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: rateBody, response: citizenComplaint,
    summary: 'Rate how one of my complaints was handled, once after each answer; a bad rating needs a reason.',
  }),
  reopen: route({
    id: 'complaints.reopen', method: 'POST', path: '/centres/:centre/complaints/:id/reopen', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: reopenBody, response: citizenComplaint,
    summary: 'Have one of my complaints taken up again, as often as the centre allows.',
  }),
  follow: route({
    id: 'complaints.follow', method: 'POST', path: '/centres/:centre/complaints/:id/follow', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: v.strictObject({ follow: v.boolean() }), response: following,
    summary: 'Follow a published complaint of somebody else (我也遇到), or no longer do.',
  }),
  following: route({
    id: 'complaints.following', method: 'GET', path: '/centres/:centre/complaints/:id/follow', lambda: 'complaints', who: 'citizen',
    params: oneInCentre, query: nothing, body: undefined, response: following,
    summary: 'Whether I follow a published complaint, and how many others do.',
  }),
  followed: route({
    id: 'complaints.followed', method: 'GET', path: '/centres/:centre/followed', lambda: 'complaints', who: 'citizen',
    params: inCentre, query: page, body: undefined, response: v.strictObject({ cases: v.array(followedCase), cursor: v.optional(cursor) }),
    summary: 'The complaints of others that I follow, with what is public of them.',
  }),
  intake: route({
    id: 'complaints.intake', method: 'POST', path: '/staff/complaints', lambda: 'complaints', who: 'complaint.take-in', status: 201,
    params: nothing, query: nothing, body: intakeBody, response: staffComplaint,
    summary: 'Take in what somebody says at the window or on the telephone; the same client key again gives the same complaint.',
  }),
  staffQueue: route({
    id: 'complaints.staffQueue', method: 'GET', path: '/staff/complaints', lambda: 'complaints', who: 'complaint.read', params: nothing,
    query: v.strictObject({
      /** One state; none: all open states. */
      state: v.optional(v.picklist(complaintStateList)),
      office: v.optional(localId),
      ...page.entries,
    }),
    body: undefined,
    response: v.strictObject({ complaints: v.array(staffComplaintLine), cursor: v.optional(cursor) }),
    summary: 'The queue by state and office, oldest first; an office sees its own.',
  }),
  staffSearch: route({
    id: 'complaints.staffSearch', method: 'GET', path: '/staff/complaint-search', lambda: 'complaints', who: 'complaint.read', params: nothing,
    query: v.strictObject({
      /** Words parted by spaces: all must stand in the receipt number or in what the citizen wrote at first. */
      text: text(60),
      office: v.optional(localId),
      cursor: v.optional(cursor),
    }),
    body: undefined,
    response: v.strictObject({
      complaints: v.array(staffComplaintLine),
      /** How many complaints were read for this page. */
      searched: v.number(),
      /** There are older ones that were not read. */
      cursor: v.optional(cursor),
    }),
    summary: 'Complaints that are not closed or declined whose number or text has these words, newest first; a bounded part at a time; an office searches its own.',
  }),
  staffCounts: route({
    id: 'complaints.staffCounts', method: 'GET', path: '/staff/complaint-counts', lambda: 'complaints', who: 'complaint.read',
    params: nothing, query: nothing, body: undefined,
    response: v.strictObject({
      counts: v.array(v.strictObject({ state: v.picklist(complaintStateList), count: v.number() })), overdue: v.number(),
      /** Day on which the centre's calendar ends, when that is soon: without it no deadline can be counted. */
      calendarEnds: v.optional(day),
    }),
    summary: 'How many complaints are in each state that is not final, and how many are overdue.',
  }),
  staffGet: route({
    id: 'complaints.staffGet', method: 'GET', path: '/staff/complaints/:id', lambda: 'complaints', who: 'complaint.read',
    params: one, query: nothing, body: undefined, response: staffComplaint,
    summary: 'One complaint with its audit, internal events included.',
  }),
  suggestion: route({
    id: 'complaints.suggestion', method: 'GET', path: '/staff/complaints/:id/suggestion', lambda: 'complaints', who: 'complaint.read',
    params: one, query: nothing, body: undefined, response: suggestion,
    summary: 'Office and kind that rules, words and decided cases speak for, with the reason; changes nothing.',
  }),
  staffFind: route({
    id: 'complaints.staffFind', method: 'GET', path: '/staff/receipts/:receipt', lambda: 'complaints', who: 'complaint.read',
    params: v.strictObject({ receipt: v.pipe(v.string(), v.regex(/^ZC-\d{8}-\d{4,}$/, '应为 ZC-日期-序号')) }), query: nothing, body: undefined, response: staffComplaint,
    summary: 'The complaint with a receipt number that a citizen reads out.',
  }),
  contact: route({
    id: 'complaints.contact', method: 'POST', path: '/staff/complaints/:id/contact', lambda: 'complaints', who: 'contact.see',
    params: one, query: nothing, body: undefined, response: v.strictObject({ contact: v.optional(v.string()) }),
    summary: 'How to reach the citizen of a complaint; who looked at it and when is written down first.',
  }),
  dashboard: route({
    id: 'complaints.dashboard', method: 'GET', path: '/staff/figures', lambda: 'complaints', who: 'figures.read', params: nothing,
    query: v.strictObject({ months: v.optional(countParameter(dashboardMonths.least, dashboardMonths.most)), office: v.optional(localId) }), body: undefined, response: dashboard,
    summary: 'Load and overdue cases now, and medians and ratings of the last months, by office and month; an office has its own.',
  }),
  export: route({
    id: 'complaints.export', method: 'POST', path: '/staff/complaint-exports', lambda: 'complaints', who: 'complaint.export',
    params: nothing, query: nothing, body: exportBody, response: 'binary',
    summary: 'Cases raised in a period as CSV or XLSX; an office gets its own, contacts are masked but for those who decide, and each export is written down.',
  }),
  passMany: route({
    id: 'complaints.passMany', method: 'POST', path: '/staff/complaints/pass', lambda: 'complaints', who: 'complaint.pass-on',
    params: nothing, query: nothing, body: passManyBody, response: passManyResult,
    summary: 'Pass several complaints on to one office; each succeeds or fails by itself.',
  }),
  act: route({
    id: 'complaints.act', method: 'POST', path: '/staff/complaints/:id/actions', lambda: 'complaints', who: 'complaint.act',
    params: one, query: nothing, body: staffActBody, response: staffComplaint,
    summary: 'Do one step of the state table, if the complaint still has the expected version.',
  }),
}
