/** The present instant in milliseconds since 1970. Passed into logic as a value, so that tests set it. */
export const now = (): number => Date.now()

/** Resolves after so many milliseconds. */
export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
