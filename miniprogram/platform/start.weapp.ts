/** What happens once in WeChat, before the first page: nothing yet that a browser needs. */
export function startApp(): void {}
