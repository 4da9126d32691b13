/** Something that streams are to hear: of one row the newest is enough, since it is told whole. */
export interface Change {
  /** Which row it is about. */
  row: string
  /** Only of a part of the row: it goes without saying where the whole row is told anyway. */
  isPart?: boolean
  /** The event as JSON, as it is when it leaves. */
  text: () => string
}

/** What is yet to be told, one change a row: however fast a row moves, it takes one place. */
export class Outbox {
  readonly #waiting = new Map<string, Change>()

  get size(): number {
    return this.#waiting.size
  }

  put(change: Change) {
    if (change.isPart && this.#waiting.has(change.row)) return
    this.#waiting.set(change.row, change)
  }

  clear() {
    this.#waiting.clear()
  }

  /** The longest waiting ones, as they are now. */
  take(most: number): string[] {
    const texts: string[] = []
    for (const [row, { text }] of this.#waiting) {
      if (texts.length === most) break
      this.#waiting.delete(row)
      texts.push(text())
    }
    return texts
  }
}
