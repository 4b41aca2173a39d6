const codeForUrl = /^[0-9A-Za-z._-]{1,100}$/

/** 53-bit hash of a text's UTF-16 units (two 32-bit multiplicative lanes, after cyrb53), in base 36; stable for ever. */
export function stableHash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/** Id of an item: its code when that fits into a URL, else `n-` and a hash of code, name and department; the same row always has the same id. */
export function itemIdOf(content: { readonly name: string; readonly code?: string; readonly department?: string }): string {
  if (content.code && codeForUrl.test(content.code)) return content.code
  return `n-${stableHash([content.code ?? '', content.name, content.department ?? ''].join('\u0000'))}`
}
