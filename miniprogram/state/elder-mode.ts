import { kept } from './kept'

/** Whether the person wants the elder theme (长辈版): larger, plainer, fewer things at once. Kept under the name that it had as “larger text”. */
export const elderMode = kept<boolean>({ key: 'larger-text', version: 1, empty: false, parse: (value) => (typeof value === 'boolean' ? value : undefined) })
