import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Centre } from '@shared/centre/centre'
import type { Item } from '@shared/items/item'
import { spokenOf } from './spoken'

const centre = JSON.parse(readFileSync(join(__dirname, '../../../data/centre.json'), 'utf8')) as Centre
const item = {
  id: 'n-1', name: '结婚登记', state: 'active', area: centre.areas[0]?.id, materials: ['身份证', '户口簿'], audience: ['个人'], conditions: [], legalBasis: [],
  fee: '不收费', code: '370214200644', outsideHours: false,
} as unknown as Item

test('a guide is read as name, place, hours, materials and facts, a sentence each', () => {
  const spoken = spokenOf(item, centre)
  expect(spoken[0]).toBe('结婚登记。')
  expect(spoken.join('')).toMatch(/在哪办：.*什么时候办：.*到.*要带的材料有 2 样.*第 1 样，身份证.*收费：不收费/)
})

test('neither the long code nor what is not known is read', () => {
  const spoken = spokenOf(item, undefined).join('')
  expect(spoken).not.toContain('370214200644')
  expect(spoken).not.toContain('请向导办台咨询')
  expect(spoken).not.toContain('在哪办')
})
