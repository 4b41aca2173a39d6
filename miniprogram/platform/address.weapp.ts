/** WeChat shows no address. */
export function keepInAddress(): void {}
