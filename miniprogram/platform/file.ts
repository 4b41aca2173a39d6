/* eslint-disable no-restricted-globals -- a browser has files; this one is no part of the phone's bundle: see file.weapp.ts */

/** A file that somebody chose. */
export interface ChosenFile {
  readonly name: string
  /** Size, bytes. */
  readonly bytes: number
  /** What is in it, in base 64. */
  readonly content: string
}

/** Whether files can be chosen and saved here. */
export const hasFiles = true

/** Lets the person choose one file; undefined when they change their mind. `accept`: endings as in HTML, `.csv,.xlsx`. Rejects when it cannot be read. */
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
      // A data address: `data:text/csv;base64,…`; an empty file has nothing after the comma.
      reader.onload = () => resolve({ name: file.name, bytes: file.size, content: String(reader.result).split(',')[1] ?? '' })
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(file)
    })
    input.click()
  })
}

/** Saves a text or bytes as a file of the given name. */
export function saveFile(name: string, content: string | ArrayBuffer, type: string): void {
  const address = window.URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => window.URL.revokeObjectURL(address), 10_000)
}
