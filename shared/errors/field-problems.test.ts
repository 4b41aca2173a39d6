import * as v from 'valibot'
import { text } from '../api/fields'
import { fieldProblems } from './field-problems'

const problemsOf = (schema: v.GenericSchema, input: unknown) => fieldProblems(v.safeParse(schema, input).issues ?? [])

test('each problem is a Chinese sentence under its field\'s path', () => {
  const schema = v.strictObject({ name: text(3), size: v.pipe(v.number(), v.integer(), v.maxValue(5)), parts: v.array(v.strictObject({ kind: v.picklist(['a', 'b']) })) })
  expect(problemsOf(schema, { name: '一二三四', size: 7, parts: [{ kind: 'c' }], more: 1 })).toEqual({
    name: '最多 3 字', size: '不能大于 5', 'parts.0.kind': '请从给出的选项中选择', more: '不认识的内容',
  })
})

test('what is missing is asked for', () => {
  expect(problemsOf(v.strictObject({ name: text(3) }), {})).toEqual({ name: '请填写' })
})

test('what a person typed is never quoted back in English words', () => {
  expect(problemsOf(v.strictObject({ where: v.strictObject({}) }), { where: '大厅' })).toEqual({ where: '格式不正确' })
})
