interface Item<Value> {
  rank: number
  /** Of equal rank, the one that came first. */
  number: number
  value: Value
}

/** A queue out of which the lowest rank comes first; logarithmic in its length. */
export class Heap<Value> {
  readonly #items: Item<Value>[] = []
  #pushed = 0

  get size(): number {
    return this.#items.length
  }

  peek(): Value | undefined {
    return this.#items[0]?.value
  }

  push(rank: number, value: Value) {
    this.#pushed += 1
    const item = { rank, number: this.#pushed, value }
    let at = this.#items.length
    this.#items.push(item)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.#items[above]
      if (!parent || isBefore(parent, item)) break
      this.#items[at] = parent
      at = above
    }
    this.#items[at] = item
  }

  shift(): Value | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    if (first && last && first !== last) this.#sink(last)
    return first?.value
  }

  #sink(item: Item<Value>) {
    let at = 0
    for (;;) {
      const [left, right] = [this.#items[2 * at + 1], this.#items[2 * at + 2]]
      const isRight = left !== undefined && right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!child || isBefore(item, child)) break
      this.#items[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    this.#items[at] = item
  }
}

const isBefore = (one: Item<unknown>, other: Item<unknown>): boolean =>
  one.rank < other.rank || (one.rank === other.rank && one.number < other.number)
