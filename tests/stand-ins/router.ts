/** Stand-in for `@tarojs/router` in unit tests, where no browser goes back. A test that wants to know who watches it spies on `block`. */
export const history = { block: () => (): void => undefined }
