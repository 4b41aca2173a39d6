import type { StaffAction } from './action-form'

/** Letters of the daily steps, by the first letter of their pinyin: 受理, 转办, 答复, 备注. */
const letters: Partial<Record<StaffAction, string>> = { accept: 's', pass: 'z', answer: 'd', note: 'b' }

/** The keys that stand for the buttons, in their order: a digit each, and a letter for the daily ones. */
export const keysOf = (buttons: readonly StaffAction[]): { readonly key: string; readonly action: StaffAction }[] => [
  ...buttons.slice(0, 9).map((action, index) => ({ key: String(index + 1), action })),
  ...buttons.flatMap((action) => (letters[action] ? [{ key: letters[action], action }] : [])),
]

/** The key that is shown on a button. */
export const shownKey = (action: StaffAction, index: number): string => letters[action]?.toUpperCase() ?? (index < 9 ? String(index + 1) : '')
