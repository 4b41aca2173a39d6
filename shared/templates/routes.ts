import * as v from 'valibot'
import { byNumber, maybeText, nothing, wholeNumber } from '../api/fields'
import { route } from '../api/route'
import { templateList, templateVersion } from './template'

/** Routes of the answer templates (答复模板). */
export const templateRoutes = {
  list: route({
    id: 'templates.list', method: 'GET', path: '/staff/templates', lambda: 'admin', who: 'template.read', params: nothing, query: nothing, body: undefined,
    response: v.strictObject({ number: wholeNumber, templates: templateList }),
    summary: 'The answer templates in force with the number of their version; 0 when the centre has written none.',
  }),
  put: route({
    id: 'templates.put', method: 'PUT', path: '/staff/templates', lambda: 'admin', who: 'template.edit', params: nothing, query: nothing,
    body: v.strictObject({ expectedNumber: wholeNumber, templates: templateList, note: v.optional(maybeText(200), '') }), response: templateVersion,
    summary: 'Replace the answer templates, as the next version.',
  }),
  history: route({
    id: 'templates.history', method: 'GET', path: '/staff/templates-history', lambda: 'admin', who: 'template.read', params: nothing, query: nothing, body: undefined,
    response: v.strictObject({ versions: v.array(templateVersion) }),
    summary: 'Who changed the answer templates when, newest first.',
  }),
  undo: route({
    id: 'templates.undo', method: 'POST', path: '/staff/templates-history/:number/undo', lambda: 'admin', who: 'template.edit',
    params: byNumber, query: nothing,
    body: v.strictObject({ expectedNumber: wholeNumber }), response: templateVersion,
    summary: 'Put the answer templates back as they were before a version, as a new version.',
  }),
}
