import { ServiceError } from '@shared/errors/service-error'
import { fitted, type Picture } from './pixels'

type Photon = typeof import('@cf-wasm/photon')
type PhotonImage = InstanceType<Photon['PhotonImage']>

/** Loaded when the first photo needs it: compiling its WebAssembly takes about a quarter of a second. */
const load = (): Promise<Photon> => import('@cf-wasm/photon')

/** Runs with a picture inside the codec, whose memory JavaScript does not tidy up, and frees it. */
function using<T>(image: PhotonImage, run: (image: PhotonImage) => T): T {
  try {
    return run(image)
  } finally {
    image.free()
  }
}

const shrunk = (photon: Photon, image: PhotonImage, side: number): Picture => {
  const [width, height] = [image.get_width(), image.get_height()]
  const to = fitted({ width, height }, side)
  if (to.width === width && to.height === height) return { width, height, pixels: image.get_raw_pixels() }
  return using(photon.resize(image, to.width, to.height, photon.SamplingFilter.Triangle), (small) => ({ ...to, pixels: small.get_raw_pixels() }))
}

/**
 * Decodes a whole JPEG or PNG and makes it fit a square of `side`. Only for files that `inspect` has passed: it bounds the memory.
 * @throws ServiceError `photo-broken` when the pixels cannot be decoded to the last
 */
export async function decode(bytes: Uint8Array, side: number): Promise<Picture> {
  const photon = await load()
  let image: PhotonImage
  try {
    image = photon.PhotonImage.new_from_byteslice(bytes)
  } catch (error) {
    // The decoder ends a file that it cannot read with a trap.
    if (error instanceof WebAssembly.RuntimeError) throw new ServiceError('photo-broken')
    throw error
  }
  return using(image, (it) => shrunk(photon, it, side))
}

/** Makes a picture fit a square of `side`. */
export async function shrink({ width, height, pixels }: Picture, side: number): Promise<Picture> {
  const photon = await load()
  return using(new photon.PhotonImage(pixels, width, height), (image) => shrunk(photon, image, side))
}

/** The picture as a JPEG that holds pixels and nothing else: no EXIF, no position, no comment. @param quality 1–100 */
export async function encode({ width, height, pixels }: Picture, quality: number): Promise<Uint8Array> {
  const photon = await load()
  return using(new photon.PhotonImage(pixels, width, height), (image) => image.get_bytes_jpeg(quality))
}
