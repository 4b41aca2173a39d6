import { about } from './about'
import { board } from './board'
import { common } from './common'
import { complaint } from './complaint'
import { hall } from './hall'
import { item } from './item'
import { me } from './me'
import { privacy } from './privacy'
import { search } from './search'

/** Every word that people read on screen, by group of pages. */
export const texts = { about, board, common, complaint, hall, item, me, privacy, search } as const
