/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see elder.weapp.ts */

/** Tells the document that the elder theme is on: Taro's tab bar stands outside the pages. */
export function markElder(on: boolean): void {
  document.documentElement.classList.toggle('elder', on)
}
