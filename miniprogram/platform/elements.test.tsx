/** @jest-environment jsdom */
import { fireEvent, render } from '@testing-library/react'
import { Input, Textarea } from './elements'

const read = (onInput: jest.Mock) => onInput.mock.calls.map(([event]) => event.detail.value)

test.each([
  ['a line', (onInput: jest.Mock) => <Input id='field' className='line' onInput={onInput} />],
  ['several lines', (onInput: jest.Mock) => <Textarea id='field' className='area' onInput={onInput} />],
])('half-written syllables are told only when they are confirmed: %s', (_kind, field) => {
  const onInput = jest.fn()
  const { container } = render(field(onInput))
  const box = container.querySelector('#field') as HTMLInputElement
  fireEvent.compositionStart(box)
  fireEvent.input(box, { target: { value: 'she bao' }, isComposing: true })
  expect(read(onInput)).toEqual([])
  fireEvent.input(box, { target: { value: '社保' }, isComposing: true })
  fireEvent.compositionEnd(box)
  fireEvent.input(box, { target: { value: '社保k' } })
  expect(read(onInput)).toEqual(['社保', '社保k'])
})

test('Enter sends what stands in the line, but not the Enter that confirms a syllable', () => {
  const onConfirm = jest.fn()
  const { container } = render(<Input id='line' className='line' defaultValue='医保' onConfirm={onConfirm} />)
  const box = container.querySelector('input')!
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
  expect(onConfirm).not.toHaveBeenCalled()
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(onConfirm).toHaveBeenCalledWith({ detail: { value: '医保' } })
})

test('a line takes the keyboard when asked to, hides a password, and takes no more than it may', () => {
  const { container } = render(<Input id='secret' className='line' password focus maxlength={8} />)
  const box = container.querySelector('input')!
  expect(document.activeElement).toBe(box)
  expect([box.type, box.maxLength]).toEqual(['password', 8])
})
