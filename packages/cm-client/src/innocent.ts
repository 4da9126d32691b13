/** So many texts are remembered; an upstream that says others cannot make it more. */
const most = 4096
const longest = 256

/**
 * Texts in which nothing had to be masked: CM says the same keys and lines ten thousand times a round, and
 * to look for secrets in them is most of what a reading costs. One that held a secret is never kept here.
 */
export class Innocent {
  readonly #texts = new Set<string>()

  has(text: string): boolean {
    return text.length <= longest && this.#texts.has(text)
  }

  /** Keeps a copy: V8 keeps slices as views, and the text that this one views is a whole reply. */
  add(text: string) {
    if (text.length <= longest && this.#texts.size < most)
      this.#texts.add(Buffer.from(text).toString())
  }
}
