/** WeChat has no keyboard; its screen readers stay inside what is marked as modal. */
export function useDialog(): void {}
