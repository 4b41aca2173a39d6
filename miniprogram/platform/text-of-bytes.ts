/** UTF-8 bytes as text; without TextDecoder, which WeChat does not promise. Throws URIError on bytes that are no UTF-8. */
export function textOfBytes(bytes: ArrayBuffer): string {
  let escaped = ''
  new Uint8Array(bytes).forEach((byte) => {
    escaped += `%${byte < 16 ? '0' : ''}${byte.toString(16)}`
  })
  return decodeURIComponent(escaped)
}
