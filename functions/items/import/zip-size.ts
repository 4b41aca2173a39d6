const endMark = 0x06054b50
const entryMark = 0x02014b50

/**
 * What the files in a zip archive say they come to when unpacked, bytes, read from its directory (APPNOTE 4.3.12, 4.3.16) before
 * anything is unpacked; undefined when there is no such directory. A spreadsheet of a few kilobytes may unpack to gigabytes.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let end = bytes.byteLength - 22; end >= Math.max(0, bytes.byteLength - 22 - 0xffff); end--) {
    if (view.getUint32(end, true) !== endMark) continue
    let at = view.getUint32(end + 16, true)
    let sum = 0
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entryMark) return undefined
      sum += view.getUint32(at + 24, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return sum
  }
  return undefined
}
