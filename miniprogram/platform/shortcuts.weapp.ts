/** WeChat has no keyboard. */
export function useShortcuts(): void {}
