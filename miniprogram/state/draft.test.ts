import * as v from 'valibot'
import { submitBody } from '@shared/complaints/complaint'
import { draftProblems, emptyDraft, isTouched, submission, type Draft } from './draft'

const written: Draft = { ...emptyDraft, clientKey: 'abcdefghijklmnopqrstuvwx', kind: 'blockage', text: ' 排队太久 ', area: 'hr', contact: ' 12345 ' }

test('a draft without kind or text says what is missing, in the order of the page', () => {
  expect(draftProblems(emptyDraft)).toEqual(['kind', 'text'])
  expect(draftProblems({ ...written, text: '   ' })).toEqual(['text'])
  expect(draftProblems(written)).toEqual([])
})

test('what is sent holds only what was filled in, and the server\'s schema takes it', () => {
  const body = submission({ ...written, kind: 'blockage' })
  expect(body).toEqual({ clientKey: written.clientKey, kind: 'blockage', text: '排队太久', where: { area: 'hr' }, photos: [], contact: '12345', showName: false })
  expect(v.safeParse(submitBody, body).success).toBe(true)
})

test('a name is shown only when there is one', () => {
  expect(submission({ ...written, kind: 'opinion', showName: true, name: '  ' }).showName).toBe(false)
  expect(submission({ ...written, kind: 'opinion', showName: true, name: '市民' })).toMatchObject({ name: '市民', showName: true })
})

test('only what a person put in makes a draft; its key alone does not', () => {
  expect(isTouched({ ...emptyDraft, clientKey: 'x' })).toBe(false)
  expect(isTouched({ ...emptyDraft, photos: [{ id: 'p' }] })).toBe(true)
})
