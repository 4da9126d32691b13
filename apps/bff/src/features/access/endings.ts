/** Whose rights have ended or changed: of one session, or of everything that came by this principal. */
export interface Ended {
  /** As `Principal.id`. */
  principal: string
  session?: string
}

/** Tells whoever holds something open for somebody that it must be closed. */
export class Endings {
  readonly #listeners = new Set<(ended: Ended) => void>()

  onEnd(listener: (ended: Ended) => void) {
    this.#listeners.add(listener)
  }

  tell(ended: Ended) {
    for (const listener of this.#listeners) listener(ended)
  }
}
