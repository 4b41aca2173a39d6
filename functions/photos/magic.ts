import type { PhotoType } from '@shared/photos/photo'

const signatures: Record<PhotoType, readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** Whether a file that begins with these bytes is a photo of the type that it claims to be. */
export function looksLike(type: PhotoType, head: Uint8Array): boolean {
  return signatures[type].every((byte, index) => head[index] === byte)
}
