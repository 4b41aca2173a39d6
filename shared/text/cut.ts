/** A text of at most `most` characters (a surrogate pair is one), the last being an ellipsis where it was longer. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
