import fc from 'fast-check'
import { markedParts } from './highlight'

test('ranges mark their parts and nothing else', () => {
  expect(markedParts('社会保障卡补领', [[0, 2], [5, 7]])).toEqual([{ text: '社会', on: true }, { text: '保障卡', on: false }, { text: '补领', on: true }])
})

test('ranges that touch are one part', () => {
  expect(markedParts('社会保障卡', [[0, 1], [1, 2], [2, 4]])).toEqual([{ text: '社会保障', on: true }, { text: '卡', on: false }])
})

test('whatever the ranges, no letter is lost, doubled or marked outside them', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }))), (text, ranges) => {
    const parts = markedParts(text, ranges)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    let at = 0
    for (const part of parts) {
      if (part.on) for (let i = at; i < at + part.text.length; i++) expect(ranges.some(([start, end]) => start <= i && i < end)).toBe(true)
      at += part.text.length
    }
  }))
})
