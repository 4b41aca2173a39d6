import { frame } from '../../texts/staff/frame'
import type { KeyHelp } from '../frame/help-sheet'

const { keys } = frame

/** Keys of one complaint. */
export const actionHelp: readonly KeyHelp[] = [
  { keys: ['s', 'z', 'd', 'b'], does: keys.daily },
  { keys: ['1', '2', '…'], does: keys.action },
  { keys: ['1', '2', '…'], does: keys.office },
  { keys: ['Ctrl', '/'], does: keys.templates },
  { keys: ['Ctrl', 'Enter'], does: keys.send },
  { keys: ['Esc'], does: keys.escape },
]

/** Keys of the queue with the complaint beside it. */
export const complaintHelp: readonly KeyHelp[] = [
  { keys: ['j', 'k'], does: keys.move },
  { keys: ['Enter'], does: keys.open },
  ...actionHelp,
  { keys: ['u'], does: keys.previous },
  { keys: ['x'], does: keys.select },
  { keys: ['/'], does: keys.search },
  { keys: ['r'], does: keys.reload },
]
