import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import './highlight.scss'

/** Cuts a text into parts that are marked and parts that are not; ranges `[start, end)` in UTF-16 units, sorted or not, overlapping or not. */
export function markedParts(text: string, ranges: readonly (readonly [number, number])[]): readonly { readonly text: string; readonly on: boolean }[] {
  const parts: { text: string; on: boolean }[] = []
  const mark = (from: number, to: number, on: boolean) => {
    if (to <= from) return
    const last = parts[parts.length - 1]
    // Ranges that touch are one part: fewer elements to draw while typing.
    if (last && last.on === on) last.text += text.slice(from, to)
    else parts.push({ text: text.slice(from, to), on })
  }
  let at = 0
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (to <= from) continue
    mark(at, from, false)
    mark(from, to, true)
    at = to
  }
  mark(at, text.length, false)
  return parts
}

/** A text in which the parts that the question explains stand out; for inside an element that holds text. */
export function Highlight({ text, ranges }: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }) {
  const parts = markedParts(text, ranges)
  // What is marked stands at odd places, after nothing if need be: the next letter typed changes words in elements that stand, and makes none anew.
  const nodes: ReactNode[] = parts[0]?.on ? [null] : []
  for (const part of parts) nodes.push(part.on ? <Text key={nodes.length} className='highlight'>{part.text}</Text> : part.text)
  return <>{nodes}</>
}
