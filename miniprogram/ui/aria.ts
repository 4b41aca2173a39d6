/** What a screen reader needs and Taro's types do not name; in a browser `ariaLevel` becomes the attribute `aria-level`. */
export const aria = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> => words
