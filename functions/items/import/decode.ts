/** Text of a file made by people: UTF-8 or UTF-16 with or without a byte order mark, or GB18030 (GBK, GB2312) as WPS and Excel write it in China. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are not UTF-8: in this country's offices that is GB18030. Its decoder takes everything, so there is no third guess.
    return new TextDecoder('gb18030').decode(bytes)
  }
}
