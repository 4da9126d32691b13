import type { ServerEvent } from '@wheelhouse/contract'

/**
 * What a stream has yet to send. Events carry whole rows, so a newer one replaces its older sibling:
 * a reader that is slow costs one event a row, never a backlog.
 */
export class Outbox {
  readonly #waiting = new Map<string, ServerEvent>()
  #wake: (() => void) | undefined
  #isClosed = false

  put(event: ServerEvent) {
    const key = keyOf(event)
    this.#waiting.delete(key)
    this.#waiting.set(key, event)
    this.#wake?.()
  }

  close() {
    this.#isClosed = true
    this.#wake?.()
  }

  /** The events in their order, as they come, until the outbox is closed. */
  async *drain(): AsyncGenerator<ServerEvent> {
    while (!this.#isClosed) {
      for (const [key, event] of this.#waiting) {
        this.#waiting.delete(key)
        yield event
        if (this.#isClosed) return
      }
      if (this.#waiting.size > 0) continue
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

function keyOf(event: ServerEvent): string {
  switch (event.type) {
    case 'component.changed':
      return `component ${event.component.id}`
    case 'component.untracked':
      return `component ${event.id}`
    case 'cluster.changed':
      return `cluster ${event.cluster.id}`
    case 'operation.changed':
      return `operation ${event.operation.id}`
    case 'snapshot':
    case 'heartbeat':
      return event.type
    default:
      return event satisfies never
  }
}
