import { areaScale, type PhotoArea } from '@shared/photos/photo'
import type { Orientation } from './exif'

/** A picture as pixels: four bytes each (red, green, blue, opacity), row after row from the upper left. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The picture as it was held when it was taken, upright: EXIF orientations 2–8 turned and mirrored back. */
export function upright({ width, height, pixels }: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return { width, height, pixels }
  const turned = orientation >= 5
  const [w, h] = turned ? [height, width] : [width, height]
  const source = new Uint32Array(pixels.slice().buffer)
  const target = new Uint32Array(w * h)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [a, b] = turned ? [y, x] : [x, y]
      const sx = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8 ? width - 1 - a : a
      const sy = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7 ? height - 1 - b : b
      target[y * w + x] = source[sy * width + sx] as number
    }
  }
  return { width: w, height: h, pixels: new Uint8Array(target.buffer) }
}

/** The picture on white paper: a JPEG has no opacity. */
export function onWhite({ width, height, pixels }: Picture): Picture {
  const flat = new Uint8Array(pixels)
  for (let at = 3; at < flat.length; at += 4) {
    const opacity = flat[at] as number
    if (opacity === 255) continue
    for (let channel = at - 3; channel < at; channel++) flat[channel] = Math.round(((flat[channel] as number) * opacity + 255 * (255 - opacity)) / 255)
    flat[at] = 255
  }
  return { width, height, pixels: flat }
}

/** The picture with these areas black; a pixel that an area only touches is black too. */
export function blackedOut({ width, height, pixels }: Picture, areas: readonly PhotoArea[]): Picture {
  const drawn = new Uint8Array(pixels)
  for (const area of areas) {
    const left = Math.floor((area.x * width) / areaScale)
    const right = Math.min(width, Math.ceil(((area.x + area.width) * width) / areaScale))
    const top = Math.floor((area.y * height) / areaScale)
    const bottom = Math.min(height, Math.ceil(((area.y + area.height) * height) / areaScale))
    for (let y = top; y < bottom; y++) {
      const from = (y * width + left) * 4
      const to = (y * width + right) * 4
      drawn.fill(0, from, to)
      for (let at = from + 3; at < to; at += 4) drawn[at] = 255
    }
  }
  return { width, height, pixels: drawn }
}

/** Width and height that fit into a square of `side`, never larger than they were. */
export function fitted({ width, height }: Pick<Picture, 'width' | 'height'>, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
