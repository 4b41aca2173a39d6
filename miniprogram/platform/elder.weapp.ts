/** WeChat draws its tab bar itself, in sizes that a program cannot change. */
export function markElder(): void {}
