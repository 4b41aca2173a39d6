import * as v from 'valibot'
import { centreId, done, inCentre, instant, nothing, randomId, text, version } from '../api/fields'
import { route } from '../api/route'
import { localId } from '../centre/centre'
import { citizenComplaint } from '../complaints/complaint'
import { message } from '../messages/message'
import { citizenAccount, citizenSession, consent, deviceKey, newPassword, staffAccount, staffRole, staffSession, typedPassword, username } from './accounts'

const oneAccount = v.strictObject({ id: randomId })

/** Everything that is stored of a citizen. */
export const citizenExport = v.strictObject({
  exportedAt: instant,
  citizen: citizenAccount,
  consents: v.array(consent),
  complaints: v.array(v.strictObject({ ...citizenComplaint.entries, contact: v.optional(v.string()), name: v.optional(v.string()) })),
  messages: v.array(message),
})
/** Everything that is stored of a citizen. */
export type CitizenExport = v.InferOutput<typeof citizenExport>

/** Routes of accounts and sessions: citizens', staff's own, and the administrator's. */
export const accountRoutes = {
  wechatSignIn: route({
    id: 'accounts.wechatSignIn', method: 'POST', path: '/centres/:centre/sessions/wechat', lambda: 'accounts', who: 'public', status: 201,
    params: inCentre, query: nothing, body: v.strictObject({ code: text(128) }), response: citizenSession,
    summary: 'Sign in with the code of wx.login.',
  }),
  deviceSignIn: route({
    id: 'accounts.deviceSignIn', method: 'POST', path: '/centres/:centre/sessions/device', lambda: 'accounts', who: 'public', status: 201,
    params: inCentre, query: nothing, body: v.strictObject({ deviceKey }), response: citizenSession,
    summary: 'Sign in with a random key that the browser keeps; only where configuration allows it.',
  }),
  me: route({
    id: 'accounts.me', method: 'GET', path: '/centres/:centre/me', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: undefined, response: citizenAccount, summary: 'Who is signed in.',
  }),
  exportMe: route({
    id: 'accounts.exportMe', method: 'GET', path: '/centres/:centre/me/export', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: undefined, response: citizenExport, summary: 'Everything that is stored of me.',
  }),
  consent: route({
    id: 'accounts.consent', method: 'POST', path: '/centres/:centre/me/consents', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: v.strictObject({ version: consent.entries.version, agreed: v.boolean() }), response: done,
    summary: 'Record my answer to the privacy guide; part of my data, deleted with it.',
  }),
  phoneNumber: route({
    id: 'accounts.phoneNumber', method: 'POST', path: '/centres/:centre/me/phone-number', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: v.strictObject({ code: text(128) }), response: v.strictObject({ number: v.string() }),
    summary: 'My telephone number for the code of WeChat\'s button, to fill in a form; it is not stored.',
  }),
  deleteMe: route({
    id: 'accounts.deleteMe', method: 'DELETE', path: '/centres/:centre/me', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: undefined, response: done,
    summary: 'Delete me: account, contacts, names, photos, messages; complaints stay without any tie to me.',
  }),
  signOut: route({
    id: 'accounts.signOut', method: 'DELETE', path: '/centres/:centre/sessions', lambda: 'accounts', who: 'citizen',
    params: inCentre, query: nothing, body: undefined, response: done, summary: 'End this session.',
  }),
  staffSignIn: route({
    id: 'accounts.staffSignIn', method: 'POST', path: '/staff/sessions', lambda: 'accounts', who: 'public', status: 201,
    params: nothing, query: nothing, body: v.strictObject({ centre: centreId, username, password: typedPassword }), response: staffSession,
    summary: 'Sign in as staff; five wrong passwords lock the account for 15 minutes.',
  }),
  staffSignOut: route({
    id: 'accounts.staffSignOut', method: 'DELETE', path: '/staff/sessions', lambda: 'accounts', who: 'account.own',
    params: nothing, query: nothing, body: undefined, response: done, summary: 'End this staff session.',
  }),
  staffMe: route({
    id: 'accounts.staffMe', method: 'GET', path: '/staff/me', lambda: 'accounts', who: 'account.own',
    params: nothing, query: nothing, body: undefined, response: staffAccount, summary: 'The staff account that is signed in.',
  }),
  changePassword: route({
    id: 'accounts.changePassword', method: 'PUT', path: '/staff/me/password', lambda: 'accounts', who: 'account.own',
    params: nothing, query: nothing, body: v.strictObject({ password: typedPassword, newPassword }), response: staffSession,
    summary: 'Change my password; every other session of mine ends.',
  }),
  list: route({
    id: 'accounts.list', method: 'GET', path: '/staff/accounts', lambda: 'admin', who: 'account.manage',
    params: nothing, query: nothing, body: undefined, response: v.strictObject({ accounts: v.array(staffAccount) }),
    summary: 'Staff accounts of the centre.',
  }),
  create: route({
    id: 'accounts.create', method: 'POST', path: '/staff/accounts', lambda: 'admin', who: 'account.manage', status: 201,
    params: nothing, query: nothing,
    body: v.strictObject({ username, name: text(40), role: staffRole, office: v.optional(localId), password: newPassword }), response: staffAccount,
    summary: 'Create a staff account; its password must be changed at the first sign-in.',
  }),
  change: route({
    id: 'accounts.change', method: 'PUT', path: '/staff/accounts/:id', lambda: 'admin', who: 'account.manage',
    params: oneAccount, query: nothing,
    body: v.strictObject({ expectedVersion: version, name: text(40), role: staffRole, office: v.optional(localId) }), response: staffAccount,
    summary: 'Change name, role or office; sessions of the account end.',
  }),
  disable: route({
    id: 'accounts.disable', method: 'POST', path: '/staff/accounts/:id/disable', lambda: 'admin', who: 'account.manage',
    params: oneAccount, query: nothing, body: v.strictObject({ expectedVersion: version }), response: staffAccount,
    summary: 'Disable an account; its sessions end at once.',
  }),
  enable: route({
    id: 'accounts.enable', method: 'POST', path: '/staff/accounts/:id/enable', lambda: 'admin', who: 'account.manage',
    params: oneAccount, query: nothing, body: v.strictObject({ expectedVersion: version }), response: staffAccount,
    summary: 'Enable a disabled account.',
  }),
  reset: route({
    id: 'accounts.reset', method: 'POST', path: '/staff/accounts/:id/reset', lambda: 'admin', who: 'account.manage',
    params: oneAccount, query: nothing, body: v.strictObject({ expectedVersion: version, password: newPassword }), response: staffAccount,
    summary: 'Set a first password again and lift a lock; sessions of the account end.',
  }),
}
