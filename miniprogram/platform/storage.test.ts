import Taro from '@tarojs/taro'
import { read, remove, write, type StoredRecord } from './storage'

const record: StoredRecord<string[]> = {
  key: 'names', version: 2, empty: [],
  parse: (value, version) => (version === 1 && typeof value === 'string' ? [value] : Array.isArray(value) ? value : undefined),
}

afterEach(() => {
  jest.restoreAllMocks()
  Taro.clearStorageSync()
})

test('what is written is read again, and forgotten when removed', () => {
  expect(write(record, ['a'])).toBe(true)
  expect(read(record)).toEqual(['a'])
  remove(record)
  expect(read(record)).toEqual([])
})

test('a record of an older version is carried over', () => {
  Taro.setStorageSync('names', { version: 1, value: 'a' })
  expect(read(record)).toEqual(['a'])
})

test.each([['of a newer version', { version: 3, value: ['a'] }], ['damaged', { version: 2, value: 7 }], ['of another program', 'text'], ['without a version', { value: ['a'] }]])('a record %s reads as empty', (_, stored) => {
  Taro.setStorageSync('names', stored)
  expect(read(record)).toEqual([])
})

test('a storage that refuses to be read or written throws nothing and says so', () => {
  jest.spyOn(Taro, 'getStorageSync').mockImplementation(() => {
    throw new Error('refused')
  })
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('full')
  })
  expect(read(record)).toEqual([])
  expect(write(record, ['a'])).toBe(false)
})
