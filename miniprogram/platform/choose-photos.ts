/* eslint-disable no-restricted-globals -- a browser has files; this one is no part of the phone's bundle: see choose-photos.weapp.ts */
import type { LocalPhoto } from './upload'

const known = ['image/jpeg', 'image/png'] as const

/**
 * Lets the person choose photos; empty when they change their mind, and a browser gives all that they chose, however many. Type is
 * undefined for a file that is neither JPEG nor PNG. Not Taro's: it drops what the browser cannot show, such as an iPhone's HEIC, without a word.
 */
export function choosePhotos(count: number): Promise<LocalPhoto[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = count > 1
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => resolve(Array.from(input.files ?? []).map((file) => (
      { path: window.URL.createObjectURL(file), bytes: file.size, type: known.find((type) => type === file.type) }))))
    input.click()
  })
}
