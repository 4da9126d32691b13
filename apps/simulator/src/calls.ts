import type { EffectKind } from './effects.ts'
import type { FaultKind } from './fault-kinds.ts'
import type { Params } from './form.ts'
import { createLog } from './log.ts'

/** One request to CM, as the simulator received it. It stays open to its `status` and `effect`. */
export interface Call {
  /** Counts from 1 since the last reset. */
  n: number
  /** Epoch milliseconds of the simulator's clock. */
  at: number
  method: string
  path: string
  query: Params
  /** Decoded where it was a form, else as it came; `null` without one. */
  body: Params | string | null
  /** `null` while no answer was sent, and for ever where a fault sends none. */
  status: number | null
  /** What the call did to the world; `none` where nothing changed, or not yet. */
  effect: EffectKind | 'none'
  fault: FaultKind | null
}

/** The newest calls. Reads have a list of their own: however many come, none of them pushes a write out. */
export interface CallList {
  add: (call: Call, kind: { reads: boolean }) => void
  /** Oldest first. */
  newest: () => readonly Call[]
  clear: () => void
}

export function createCallList(limits = { reads: 5_000, writes: 50_000 }): CallList {
  const reads = createLog<Call>(limits.reads)
  const writes = createLog<Call>(limits.writes)
  return {
    add: (call, kind) => (kind.reads ? reads : writes).add(call),
    newest: () => [...reads.newest(), ...writes.newest()].toSorted((one, other) => one.n - other.n),
    clear: () => {
      reads.clear()
      writes.clear()
    },
  }
}
