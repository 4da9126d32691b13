/** More than this that is new is kept as an answer of its own. */
const longestNews = 256

/**
 * CM's whole answer as text. Of ten thousand components it says the same each round, but for a position and
 * its time: what an answer shares with the one before it is kept once, and only the rest replaced. Both
 * stand in one byte a character: a single `•` in a text makes V8 take two for all of it.
 */
export class KeptAnswer {
  readonly #base: string
  /** What stands in the base from the one to the other is other in this answer. */
  readonly #from: number
  readonly #to: number
  readonly #news: string

  constructor(text: string, before?: KeptAnswer) {
    const bytes = Buffer.from(text).toString('latin1')
    const base = before ? before.#base : bytes
    const from = sharedAtStart(base, bytes)
    const shared = from + sharedAtEnd(base, bytes, from)
    const isOther = bytes.length - shared > longestNews
    this.#base = isOther ? bytes : base
    this.#from = isOther ? 0 : from
    this.#to = isOther ? 0 : base.length - (shared - from)
    this.#news = isOther ? '' : copied(bytes.slice(from, bytes.length - (shared - from)))
  }

  get text(): string {
    const bytes = this.#base.slice(0, this.#from) + this.#news + this.#base.slice(this.#to)
    return Buffer.from(bytes, 'latin1').toString()
  }
}

function sharedAtStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}

function sharedAtEnd(one: string, other: string, from: number): number {
  const most = Math.min(one.length, other.length) - from
  let length = 0
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length += 1
  return length
}

/** V8 keeps a slice as a view, and the text that this one views is a whole answer. */
const copied = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('latin1')
