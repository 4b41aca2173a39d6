/** A growing list of bytes with unsigned LEB128 numbers (varints): seven bits a byte, low bits first, the high bit means "more". */
export class ByteList {
  private bytes = new Uint8Array(64)
  length = 0

  /** Appends one byte. */
  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.length * 2)
      grown.set(this.bytes)
      this.bytes = grown
    }
    this.bytes[this.length++] = value
  }

  /** Appends an integer 0 ≤ value < 2³¹. */
  varint(value: number): void {
    while (value > 127) {
      this.byte((value & 127) | 128)
      value >>>= 7
    }
    this.byte(value)
  }

  /** The bytes so far (a copy). */
  toArray(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** Reads varints one after the other from a range of bytes. */
export class ByteReader {
  constructor(private readonly bytes: Uint8Array, public at: number, readonly end: number) {}

  /** Whether nothing is left. */
  get done(): boolean {
    return this.at >= this.end
  }

  /** The next byte. */
  byte(): number {
    return this.bytes[this.at++]
  }

  /** The next varint. */
  varint(): number {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = this.bytes[this.at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
}
