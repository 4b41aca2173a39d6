import { common } from './common'
import { me } from './me'

/** Every word that people read on screen, by group of pages. */
export const texts = { common, me } as const
