import { common } from './common'
import { item } from './item'
import { me } from './me'
import { search } from './search'

/** Every word that people read on screen, by group of pages. */
export const texts = { common, item, me, search } as const
