import fc from 'fast-check'
import * as v from 'valibot'
import { columnOrder, type Column } from '@shared/items/columns'
import { itemContent } from '@shared/items/item'
import { byColumn, changedColumns, checkedItem, formOf, rebased, type ItemForm } from './item-form'

const content = v.parse(itemContent, {
  name: '食品经营许可', code: '370214010001', aliases: ['开饭店办证', '餐饮证'], audience: ['个人', '法人'], legalLimit: 20, committedLimit: 0,
  materials: ['申请书 1 份', '身份证原件'], online: '全程网办', handling: '承诺件', soleReview: true,
})
const form = formOf(content)

test('an item goes through the form unchanged', () => {
  expect(checkedItem(form)).toEqual({ content })
})

test('only the name is required', () => {
  expect(checkedItem({ ...formOf({}), name: '某事项' })).toMatchObject({ content: { name: '某事项', materials: [], soleReview: false } })
  expect(checkedItem(formOf({}))).toEqual({ problems: { name: '请填写' } })
})

test('problems come at their column, in the registry\'s words, and name the line', () => {
  const wrong = { ...form, legalLimit: '二十', materials: `申请书\n${'长'.repeat(1001)}`, visits: '99' }
  expect(checkedItem(wrong)).toEqual({ problems: { legalLimit: '应为工作日数', visits: '不能大于 20', materials: '第 2 行：最多 1000 字' } })
})

test('the server\'s problems land at the same columns', () => {
  expect(byColumn({ 'content.aliases.0': '最多 60 字', 'content.code': '格式不正确' })).toEqual({ aliases: '第 1 行：最多 60 字', code: '格式不正确' })
})

test('blank lines and spaces are no change', () => {
  expect(changedColumns(form, { ...form, aliases: '开饭店办证\n\n 餐饮证 \n', name: ' 食品经营许可 ' })).toEqual([])
  expect(changedColumns(form, { ...form, fee: '不收费', name: '食品经营许可（新办）' })).toEqual(['name', 'fee'])
})

test('when a colleague was quicker, both people\'s changes are kept, and what both changed is named', () => {
  const mine = { ...form, fee: '不收费', telephone: '0532-1', name: '我的名称' }
  const theirs = { ...form, result: '许可证', telephone: '0532-2', name: '我的名称' }
  expect(rebased(form, mine, theirs)).toEqual({ form: { ...form, fee: '不收费', result: '许可证', telephone: '0532-1', name: '我的名称' }, clashes: ['telephone'] })
})

const anyForm = fc.record(Object.fromEntries(columnOrder.map((column) => [column, fc.constantFrom('', '甲', '乙')])) as Record<Column, fc.Arbitrary<string>>) as fc.Arbitrary<ItemForm>

test('bringing a form onto a newer version never loses what I changed nor what only the other changed', () => {
  fc.assert(fc.property(anyForm, anyForm, anyForm, (base, mine, theirs) => {
    const { form: result, clashes } = rebased(base, mine, theirs)
    for (const column of columnOrder) {
      const byMe = base[column] !== mine[column]
      expect(result[column]).toBe(byMe ? mine[column] : theirs[column])
      expect(clashes.includes(column)).toBe(byMe && base[column] !== theirs[column] && mine[column] !== theirs[column])
    }
  }))
})
