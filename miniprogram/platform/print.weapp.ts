/** Whether pages can be printed here. */
export const canPrint = false

/** WeChat has no printer. */
export function printPage(): void {}
