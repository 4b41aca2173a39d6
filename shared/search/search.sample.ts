import { compileSnapshot } from './compiler/compile'
import { parseLexicon } from './lexicon/parse-lexicon'
import { openSnapshot, type Snapshot } from './snapshot/snapshot'
import type { CompileInput, CompileItem } from './types'

/** A small catalogue for tests; names as real centres have them. */
export const SAMPLE_ITEMS: readonly CompileItem[] = [
  { id: 'a01', name: '社会保障卡申领', department: '人力资源和社会保障局', facets: { area: '社保', audience: ['个人'], online: true } },
  { id: 'a02', name: '社会保障卡补领、换领、换发', department: '人力资源和社会保障局', facets: { area: '社保', audience: ['个人'] } },
  { id: 'a03', name: '社会保障卡注销', department: '人力资源和社会保障局', facets: { area: '社保', audience: ['个人'] } },
  { id: 'b01', name: '国有建设用地使用权及房屋所有权转移登记', department: '自然资源局', facets: { area: '不动产', audience: ['个人', '法人'], oneWindow: true } },
  { id: 'b02', name: '抵押权注销登记', department: '自然资源局', facets: { area: '不动产', audience: ['个人', '法人'] } },
  { id: 'c01', name: '食品经营许可证核发', department: '行政审批服务局', category: '行政许可', facets: { audience: ['法人'] }, aliases: ['餐饮服务许可证'] },
  { id: 'c02', name: '食品经营许可证注销', department: '行政审批服务局', category: '行政许可', facets: { audience: ['法人'] } },
  { id: 'c03', name: '建筑工程施工许可证核发', department: '行政审批服务局', code: '370214-0117-1', display: { floor: '3F' } },
  { id: 'd01', name: '公司设立登记', department: '行政审批服务局', facets: { audience: ['法人'], oneWindow: true } },
  { id: 'd02', name: '个体工商户注销登记', department: '行政审批服务局' },
  { id: 'e01', name: '结婚登记', department: '民政局', facets: { area: '婚姻登记', audience: ['个人'], outsideHours: true } },
  { id: 'f01', name: '教师资格认定（县级）', department: '教育局' },
]

/** A few words for it. */
export const SAMPLE_LEXICON = parseLexicon(
  ['field,kind,words,means', '社保,means,社保卡,社会保障卡', '通用,means,丢了;补办,补领', '房产,means,过户,转移登记', '房产,means,房产;房子,房屋', '商事,means,营业执照,公司设立登记', '餐饮,means,开饭店,食品经营许可证核发'].join('\n'),
).entries

/** The sample as an open snapshot, with whatever else a test needs. */
export const sampleSnapshot = (more: Partial<CompileInput> = {}): Snapshot =>
  openSnapshot(compileSnapshot({ items: SAMPLE_ITEMS, lexicon: SAMPLE_LEXICON, ...more }))
