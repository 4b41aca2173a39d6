/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Item } from '@shared/items/item'
import { Materials } from './materials'

const item = { id: 'a', name: '结婚登记', materials: ['身份证', '户口簿'] } as unknown as Item

afterEach(cleanup)

test('a ticked material is still ticked when the page is opened again', () => {
  render(<Materials item={item} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /户口簿/ }))
  expect(screen.getByText('已备好 1/2')).toBeTruthy()
  cleanup()
  render(<Materials item={item} />)
  expect(screen.getByRole('checkbox', { name: /户口簿/ }).getAttribute('aria-checked')).toBe('true')
  fireEvent.click(screen.getByRole('checkbox', { name: /身份证/ }))
  expect(screen.getByText('材料已经备齐')).toBeTruthy()
})

test('an item whose materials are not known says whom to ask', () => {
  render(<Materials item={{ ...item, materials: [] }} />)
  expect(screen.getByText('请向导办台咨询')).toBeTruthy()
})
