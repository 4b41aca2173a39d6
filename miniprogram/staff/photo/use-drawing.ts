import { useRef, useState } from 'react'
import type { PhotoArea } from '@shared/photos/photo'
import { rectOf, type Rect } from '../../platform/rect'
import { between, type Point } from './areas'

/** What a finger's and a mouse's events have in common with us. */
interface PointerLike {
  readonly touches?: readonly { readonly clientX: number; readonly clientY: number }[]
  readonly clientX?: number
  readonly clientY?: number
}

const placeOf = ({ touches, clientX, clientY }: PointerLike) => touches?.[0] ?? (clientX === undefined || clientY === undefined ? undefined : { clientX, clientY })

/** Drawing of a rectangle on the element with an id, by finger or mouse: its listeners, and what is being drawn. */
export function useDrawing(id: string, onDrawn: (area: PhotoArea) => void) {
  const frame = useRef<Rect>()
  const [drag, setDrag] = useState<{ from: Point; to: Point }>()
  const point = (event: PointerLike): Point | undefined => {
    const place = placeOf(event)
    const rect = frame.current
    return place && rect ? { x: (place.clientX - rect.left) / rect.width, y: (place.clientY - rect.top) / rect.height } : undefined
  }
  const begin = (event: PointerLike) => {
    const place = placeOf(event)
    // The event is read before the measuring, which comes back later.
    const kept: PointerLike = place ? { clientX: place.clientX, clientY: place.clientY } : {}
    void rectOf(id).then((rect) => {
      frame.current = rect
      const from = point(kept)
      if (from) setDrag({ from, to: from })
    })
  }
  const go = (event: PointerLike) => {
    const to = point(event)
    if (to) setDrag((before) => before && { ...before, to })
  }
  const end = () => {
    frame.current = undefined
    const area = drag && between(drag.from, drag.to)
    setDrag(undefined)
    if (area) onDrawn(area)
  }
  return {
    drawing: drag && between(drag.from, drag.to),
    /** Taro's types do not name the mouse, which browsers have. */
    listeners: { onTouchStart: begin, onTouchMove: go, onTouchEnd: end, onTouchCancel: end, onMouseDown: begin, onMouseMove: go, onMouseUp: end, onMouseLeave: end } as object,
  }
}
