/** First in, first out, at no more cost for a long one. */
export class Queue<Value> {
  #items: Value[] = []
  #first = 0

  push(value: Value) {
    this.#items.push(value)
  }

  peek(): Value | undefined {
    return this.#items[this.#first]
  }

  shift(): Value | undefined {
    const value = this.#items[this.#first]
    if (this.#first < this.#items.length) this.#first += 1
    if (this.#first * 2 > this.#items.length + 64) {
      this.#items = this.#items.slice(this.#first)
      this.#first = 0
    }
    return value
  }
}
