/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see print.weapp.ts */

/** Whether pages can be printed here. */
export const canPrint = true

/** Opens the browser's print dialog for the page on screen. */
export function printPage(): void {
  window.print()
}
