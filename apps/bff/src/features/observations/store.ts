import { EventEmitter } from 'node:events'
import type { ReadFailure } from '@wheelhouse/contract'
import type { Position, Reading } from './reading.ts'

/** How long readings are kept for the trend, milliseconds. */
const ringMs = 120_000

/** The newest that is known of a component, and the readings before it that tell where it is going. */
export interface Observation {
  reading: Reading | null
  /** Why the newest read failed; null once one succeeds. */
  failure: ReadFailure | null
  /** Oldest first, at most two minutes long. */
  recent: readonly Position[]
  /** When the checkpoint was first seen where it stands now, epoch milliseconds. */
  checkpointSinceMs: number | null
}

const nothing: Observation = {
  reading: null,
  failure: null,
  recent: [],
  checkpointSinceMs: null,
}

/** The latest observation of every component, in memory; announces each change by the component's id. */
export class ObservationStore {
  readonly #byId = new Map<string, Observation>()
  readonly #announcer = new EventEmitter<{ changed: [id: string, reading: Reading | null] }>()

  constructor() {
    this.#announcer.setMaxListeners(0)
  }

  get(id: string): Observation {
    return this.#byId.get(id) ?? nothing
  }

  record(id: string, reading: Reading) {
    const { recent, reading: before, checkpointSinceMs } = this.get(id)
    const hasMoved = before === null || before.checkpointSeconds !== reading.checkpointSeconds
    this.#byId.set(id, {
      reading,
      failure: null,
      recent: [
        ...recent.filter(({ observedAtMs }) => observedAtMs > reading.observedAtMs - ringMs),
        positionOf(reading),
      ],
      checkpointSinceMs: hasMoved ? reading.observedAtMs : checkpointSinceMs,
    })
    this.#announcer.emit('changed', id, reading)
  }

  recordFailure(id: string, failure: ReadFailure) {
    this.#byId.set(id, { ...this.get(id), failure })
    this.#announcer.emit('changed', id, null)
  }

  /** What was observed under one id is from now on another's. */
  move(from: string, to: string) {
    const observation = this.#byId.get(from)
    if (observation) this.#byId.set(to, observation)
    this.#byId.delete(from)
    this.#announcer.emit('changed', from, null)
    this.#announcer.emit('changed', to, observation?.reading ?? null)
  }

  forget(id: string) {
    this.#byId.delete(id)
  }

  /** Calls back with every new reading, or null for a failed read. Returns how to stop. */
  onChange(listener: (id: string, reading: Reading | null) => void): () => void {
    this.#announcer.on('changed', listener)
    return () => this.#announcer.off('changed', listener)
  }
}

const positionOf = ({ observedAtMs, checkpointSeconds, sampledAtSeconds }: Reading): Position => ({
  observedAtMs,
  checkpointSeconds,
  sampledAtSeconds,
})
