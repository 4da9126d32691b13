/** Whole numbers as bytes: seven bits each, the low ones first; small numbers of either sign stay short. */
export class ByteWriter {
  readonly #bytes: number[] = []

  /** From 0 to 2^53. */
  count(value: number) {
    let rest = value
    while (rest >= 128) {
      this.#bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.#bytes.push(rest)
  }

  signed(value: number) {
    this.count(value >= 0 ? value * 2 : -value * 2 - 1)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** Throws a `RangeError` where the bytes end before the number does. */
  count(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw new RangeError('the bytes end within a number')
      this.#at += 1
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
  }

  signed(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
}
