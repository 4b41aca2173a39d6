/** Full-width letters, digits and dashes as half-width ones. */
const halfWidth = (text: string) => text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/[—–－−]/g, '-')

/**
 * The receipt number in what a clerk typed while a citizen reads it out: `zc 20261123 7` → `ZC-20261123-0007`;
 * undefined when there is none in it.
 */
export function receiptFrom(text: string): string | undefined {
  const found = /^(?:ZC)?[\s-]*(\d{8})[\s-]+(\d{1,9})$/i.exec(halfWidth(text).trim()) ?? /^(?:ZC)?[\s-]*(\d{8})(\d{4,9})$/i.exec(halfWidth(text).trim())
  if (!found) return undefined
  const [, day, number] = found
  return `ZC-${day}-${number.length < 4 ? `000${number}`.slice(-4) : number}`
}
