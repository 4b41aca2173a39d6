/* eslint-disable no-restricted-globals -- files are chosen and saved in browsers only */
import Taro from '@tarojs/taro'
import { inWeChat } from './config'

/** A file that somebody chose. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** Whether files can be chosen and saved here: in a browser. */
export const hasFiles = !inWeChat

/** Lets the person choose one file; undefined when they change their mind. `accept`: endings as in HTML, `.csv,.xlsx`. */
export function chooseFile(accept: string): Promise<ChosenFile | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (!file) return resolve(undefined)
      const reader = new FileReader()
      reader.onload = () => resolve({ name: file.name, bytes: reader.result as ArrayBuffer })
      reader.onerror = () => reject(reader.error)
      reader.readAsArrayBuffer(file)
    })
    input.click()
  })
}

/** Bytes in base 64. */
export const base64OfFile = (bytes: ArrayBuffer): string => Taro.arrayBufferToBase64(bytes)

/** Saves a text as a file of the given name. */
export function saveFile(name: string, text: string, type: string): void {
  const address = window.URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => window.URL.revokeObjectURL(address), 10_000)
}
