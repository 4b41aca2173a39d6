/** A telephone number or other contact of which enough is left to tell two apart and too little to use it: `138****34`. */
export function maskedContact(contact: string): string {
  const letters = Array.from(contact)
  return letters.length >= 9 ? `${letters.slice(0, 3).join('')}****${letters.slice(-2).join('')}` : '****'
}

/** A name of which only the first character is left: `张**`. */
export const maskedName = (name: string): string => `${Array.from(name)[0] ?? ''}**`
