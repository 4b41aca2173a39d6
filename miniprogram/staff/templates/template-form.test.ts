import type { Template } from '@shared/templates/template'
import { newTemplate, withTemplate } from './template-form'

const id = (n: number) => String(n).padStart(20, '0')
const thanks: Template = { id: id(1), name: '致谢', actions: ['answer'], kinds: ['opinion'], states: [], text: '感谢您的{类别}' }

test('a template that is saved unchanged leaves the list as it was; a new one comes to the end, trimmed', () => {
  expect(withTemplate([thanks], thanks.id, thanks)).toEqual({ templates: [thanks] })
  expect(withTemplate([thanks], id(2), { ...newTemplate, name: ' 核实 ', text: ' 正在核实 ' })).toEqual({ templates: [thanks, { id: id(2), ...newTemplate, name: '核实', text: '正在核实' }] })
})

test.each([
  ['a name that another has', { ...newTemplate, name: '致谢', text: '好' }, 'name'],
  ['no name', { ...newTemplate, name: ' ', text: '好' }, 'name'],
  ['no text', { ...newTemplate, name: '一', text: ' ' }, 'text'],
  ['no use', { ...newTemplate, name: '一', text: '好', actions: [] }, 'actions'],
  ['a variable that does not exist', { ...newTemplate, name: '一', text: '{天气}' }, 'text'],
] as const)('%s is told at its field', (_, form, field) => {
  expect(withTemplate([thanks], id(3), { ...form, actions: [...form.actions], kinds: [], states: [] })).toEqual({ problems: { [field]: expect.any(String) } })
})
