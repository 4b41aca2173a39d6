import { longestSide, type PhotoArea } from '@shared/photos/photo'
import { decode, encode, shrink } from './codec'
import { inspect } from './inspect'
import { blackedOut, onWhite, upright, type Picture } from './pixels'

/** One version of a photo as people see it: two JPEGs. */
export interface Rendering {
  readonly full: Uint8Array
  readonly small: Uint8Array
}

const quality = { full: 85, small: 75 }

async function rendered(picture: Picture): Promise<Rendering> {
  return { full: await encode(picture, quality.full), small: await encode(await shrink(picture, longestSide.small), quality.small) }
}

/**
 * An uploaded file, made anew from its pixels: upright, no longer than 2,048 pixels, and without anything else that stood in it.
 * @throws ServiceError as `inspect`; `photo-broken`
 */
export async function cleaned(upload: Uint8Array): Promise<Rendering> {
  const { orientation } = inspect(upload)
  return rendered(onWhite(upright(await decode(upload, longestSide.full), orientation)))
}

/** A cleaned photo with areas black in its pixels. */
export async function blackenedCopy(full: Uint8Array, areas: readonly PhotoArea[]): Promise<Rendering> {
  return rendered(blackedOut(await decode(full, longestSide.full), areas))
}
