import type { ServerEvent } from '@wheelhouse/contract'

type Listener = (event: ServerEvent) => void

/** Where features tell what changed, and streams hear it. */
export class EventHub {
  readonly #listeners = new Set<Listener>()

  publish(event: ServerEvent) {
    for (const listener of this.#listeners) listener(event)
  }

  /** Returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
