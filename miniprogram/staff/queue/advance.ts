import type { StaffComplaintLine } from '@shared/complaints/complaint'
import { kept } from '../../state/kept'
import type { StaffAction } from '../complaint/action-form'

/** Steps after which others or the citizen are next: the clerk goes on to another case. */
const handsOver: readonly StaffAction[] = ['pass', 'return', 'answer', 'ask', 'refer', 'decline', 'close', 'merge']

/** Whether a step ends one's work on a case for now. */
export const isHandedOver = (action: StaffAction): boolean => handsOver.includes(action)

/** The case to open after one was handed over: the next below that is not done yet, else the first; none when all are done. */
export function nextToDo(lines: readonly Pick<StaffComplaintLine, 'id'>[], from: string, done: ReadonlySet<string>): string | undefined {
  const at = lines.findIndex(({ id }) => id === from)
  const inOrder = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))]
  return inOrder.find(({ id }) => id !== from && !done.has(id))?.id
}

/** Whether the next case opens by itself; kept on this device. */
export const opensNext = kept<boolean>({ key: 'staff-opens-next', version: 1, empty: true, parse: (value) => (typeof value === 'boolean' ? value : undefined) })
