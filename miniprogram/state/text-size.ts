import { kept } from './kept'

/** Whether the person wants the larger text (关怀版). */
export const largerText = kept<boolean>({ key: 'larger-text', version: 1, empty: false, parse: (value) => (typeof value === 'boolean' ? value : undefined) })
