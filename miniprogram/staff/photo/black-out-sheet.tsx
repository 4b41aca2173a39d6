import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { maxAreas, type PhotoArea } from '@shared/photos/photo'
import { forWeChat } from '../../platform/config'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { photos as words } from '../../texts/staff/photos'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Notice } from '../../ui/states'
import type { Sending } from '../frame/use-sending'
import { middle, moved, resized, styleOf } from './areas'
import { useDrawing } from './use-drawing'
import './photo.scss'

/** A photo on which rectangles are drawn. */
export interface BlackOutSheetProps {
  readonly id: string
  readonly url: string
  /** On the photo without blacked-out parts: what is black already and may be taken away. */
  readonly original?: readonly PhotoArea[]
  readonly sending: Sending
  readonly onSend: (areas: readonly PhotoArea[]) => void
  readonly onClose: () => void
}

/** The first thing in the sheet that takes the focus, so that Enter belongs to the frame and to no button; Taro's types do not name the attribute. */
const takesKeys = { tabIndex: 0 }

/** No colour of the theme: what will stand in the pixels. */
const black = { background: '#000' }

/** How far an arrow key goes, in ten-thousandths. */
const step = 200
const arrows: readonly [key: string, x: number, y: number][] = [['arrowleft', -step, 0], ['arrowright', step, 0], ['arrowup', 0, -step], ['arrowdown', 0, step]]

/** Marks parts of a photo with finger, mouse or keyboard; each step can be undone until it is sent. */
export function BlackOutSheet({ id, url, original, sending, onSend, onClose }: BlackOutSheetProps) {
  const [history, setHistory] = useState<readonly (readonly PhotoArea[])[]>([original ?? []])
  const [frame, setFrame] = useState<PhotoArea>()
  const [shape, setShape] = useState<number>()
  const [broken, setBroken] = useState(false)
  const areas = history[history.length - 1] ?? []
  const changed = history.length > 1
  const change = (next: readonly PhotoArea[]) => setHistory((before) => [...before, next])
  const add = (area: PhotoArea) => { if (areas.length < maxAreas) change([...areas, area]) }
  const undo = () => setHistory((before) => (before.length > 1 ? before.slice(0, -1) : before))
  const canvas = `black-out-${id}`
  const { drawing, listeners } = useDrawing(canvas, add)
  const nudge = (how: typeof moved, x: number, y: number) => setFrame((before) => (before ? how(before, x, y) : middle))
  useShortcuts([
    ...arrows.flatMap(([key, x, y]) => [{ key, run: () => nudge(moved, x, y) }, { key: `ctrl+${key}`, run: () => nudge(resized, x, y) }]),
    { key: 'enter', run: () => { if (frame) add(frame) } },
    { key: 'ctrl+z', run: undo },
  ], useShown(), 'dialog')
  return (
    <Sheet open title={original ? words.originalTitle : words.blackOutTitle} closeLabel={words.close} onClose={onClose}>
      <View className='black-out__hint'>{original ? words.originalNow : words.hint}</View>
      <View
        id={canvas}
        className='black-out'
        role='group'
        aria-label={words.canvas(areas.length)}
        style={shape ? { aspectRatio: String(shape), width: `min(100%, ${Math.round(48 * shape)}vh)` } : {}}
        catchMove={forWeChat(true)}
        {...takesKeys}
        {...listeners}
      >
        <Image
          className='black-out__photo'
          src={url}
          mode={shape ? 'scaleToFill' : 'widthFix'}
          onLoad={({ detail }) => setShape(Number(detail.width) / Number(detail.height) || undefined)}
          onError={() => setBroken(true)}
        />
        {areas.map((area, index) => <View key={index} className={`black-out__area ${original ? 'black-out__area--seen' : ''}`} style={original ? styleOf(area) : { ...styleOf(area), ...black }} />)}
        {drawing ? <View className='black-out__area' style={{ ...styleOf(drawing), ...black }} /> : null}
        {frame ? <View className='black-out__frame' style={styleOf(frame)} /> : null}
      </View>
      {broken ? <Notice tone='bad'>{words.loadFailed}</Notice> : null}
      <View className='black-out__keys'>{words.keys}</View>
      <View className='black-out__hint'>{words.forGood}</View>
      {sending.problem ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      <View className='button-row'>
        <Button disabled={!changed || broken} busy={sending.busy} onTap={() => onSend(areas)}>{original ? words.saveInstead(areas.length) : words.confirm(areas.length)}</Button>
        <Button kind='plain' disabled={!changed || sending.busy} onTap={undo}>{words.undo}</Button>
        <Button kind='plain' disabled={areas.length === 0 || sending.busy} onTap={() => change([])}>{words.clear}</Button>
      </View>
    </Sheet>
  )
}
