import { areaScale, type PhotoArea } from '@shared/photos/photo'

/** A point of a photo, as parts of its width and height, 0–1. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Shortest side of an area, in ten-thousandths: what is smaller was a tap, not a drag. */
const shortest = 100

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
const scaled = (value: number) => Math.round(clamp(value, 0, 1) * areaScale)

/** The rectangle between two points, whichever way it was drawn; undefined when it is too small to be meant. */
export function between(a: Point, b: Point): PhotoArea | undefined {
  const [left, right] = [scaled(Math.min(a.x, b.x)), scaled(Math.max(a.x, b.x))]
  const [top, bottom] = [scaled(Math.min(a.y, b.y)), scaled(Math.max(a.y, b.y))]
  return right - left < shortest || bottom - top < shortest ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Where the keyboard's frame begins: in the middle, a fifth of the photo. */
export const middle: PhotoArea = { x: 4000, y: 4000, width: 2000, height: 2000 }

/** Moves a rectangle and keeps it on the photo. */
export const moved = (area: PhotoArea, x: number, y: number): PhotoArea =>
  ({ ...area, x: clamp(area.x + x, 0, areaScale - area.width), y: clamp(area.y + y, 0, areaScale - area.height) })

/** Makes a rectangle wider or higher and keeps it on the photo. */
export const resized = (area: PhotoArea, width: number, height: number): PhotoArea =>
  ({ ...area, width: clamp(area.width + width, shortest, areaScale - area.x), height: clamp(area.height + height, shortest, areaScale - area.y) })

/** A rectangle as the style of an element that lies over the photo. */
export const styleOf = ({ x, y, width, height }: PhotoArea) =>
  ({ left: `${x / 100}%`, top: `${y / 100}%`, width: `${width / 100}%`, height: `${height / 100}%` })
