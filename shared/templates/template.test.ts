import * as v from 'valibot'
import { templateList, templatesFor, type Template } from './template'

const one = (n: number, more: Partial<Template> = {}): Template => ({ id: String(n).padStart(20, '0'), name: `模板${n}`, actions: ['answer'], kinds: [], states: [], text: '您好', ...more })

test('a template is offered for its actions, kinds and states; what was made for them comes first', () => {
  const list = [one(1), one(2, { kinds: ['pain'] }), one(3, { kinds: ['opinion'] }), one(4, { states: ['answered'] }), one(5, { actions: ['ask'] }), one(6, { kinds: ['pain'], states: ['accepted'] })]
  expect(templatesFor(list, 'answer', { kind: 'pain', state: 'accepted' }).map(({ name }) => name)).toEqual(['模板6', '模板2', '模板1'])
  expect(templatesFor(list, 'note', { kind: 'pain', state: 'accepted' })).toEqual([])
})

test.each<[string, Template[]]>([
  ['two of the same name', [one(1), one(2, { name: '模板1' })]],
  ['a variable that does not exist', [one(1, { text: '{天气}' })]],
  ['no use', [one(1, { actions: [] })]],
  ['no words', [one(1, { text: ' ' })]],
])('%s is refused', (_, list) => expect(v.safeParse(templateList, list).success).toBe(false))
