import type { ChosenFile } from './file'

/** Files are chosen and saved on a computer. */
export const hasFiles = false

/** There is nothing to choose from in WeChat. */
export const chooseFile = (): Promise<ChosenFile | undefined> => Promise.resolve(undefined)

/** There is nowhere to save to in WeChat. */
export function saveFile(): void {}
