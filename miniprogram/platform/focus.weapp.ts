/** A phone shows its keyboard when the person taps: nothing takes the focus by itself. */
export function focusOn(): void {}
