import { EventEmitter } from 'node:events'
import type { ReadFailure } from '@wheelhouse/contract'
import { packPositions, unpackPositions, withPosition, type PackedPositions } from './positions.ts'
import { isAnswer, type Reading } from './reading.ts'

/** The newest that is known of a component, and where it was before, which tells where it is going. */
export interface Observation {
  reading: Reading | null
  /** Why the newest read failed; null once one succeeds. */
  failure: ReadFailure | null
  /** So many reads in a row, the newest among them, were not answered at all. */
  failures: number
  /** Oldest first, at most two minutes long. */
  recent: PackedPositions
  /** When the checkpoint was first seen where it stands now, epoch milliseconds. */
  checkpointSinceMs: number | null
}

const nothing: Observation = {
  reading: null,
  failure: null,
  failures: 0,
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
      failures: 0,
      recent: packPositions(withPosition(unpackPositions(recent), reading)),
      // Later than now is of before the clock was set back: it stands still since now at the latest.
      checkpointSinceMs: hasMoved
        ? reading.observedAtMs
        : Math.min(checkpointSinceMs ?? Infinity, reading.observedAtMs),
    })
    this.#announcer.emit('changed', id, reading)
  }

  recordFailure(id: string, failure: ReadFailure) {
    const before = this.get(id)
    const failures = isAnswer(failure) ? 0 : before.failures + 1
    this.#byId.set(id, { ...before, failure, failures })
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
