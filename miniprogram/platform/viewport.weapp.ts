/** A phone has room for one thing at a time. */
export const useWide = (): boolean => false
