import type { FaultKind } from './faults.ts'
import type { Params } from './form.ts'

/** What a call did to the world; `none` where nothing changed. */
export type Effect = 'none' | 'started' | 'stopped'

/** One request to CM, as the simulator received it. */
export interface Call {
  /** Epoch milliseconds of the simulator's clock. */
  at: number
  method: string
  path: string
  query: Params
  /** Decoded where it was a form, else as it came; `null` without one. */
  body: Params | string | null
  /** `null` while no answer was sent, and for ever where a fault sends none. */
  status: number | null
  effect: Effect
  fault: FaultKind | null
}

export interface CallRecord {
  /** The call stays open to its `status` and `effect`. */
  add: (call: Call) => void
  /** Oldest first. */
  newest: () => readonly Call[]
  clear: () => void
}

/** Remembers the newest calls only, so that a simulator may run for weeks. */
export function createCallRecord(limit = 50_000): CallRecord {
  let calls: Call[] = []
  return {
    add: (call) => {
      calls.push(call)
      // Cut rarely: dropping one call at a time would move the whole array at each.
      if (calls.length >= 2 * limit) calls = calls.slice(-limit)
    },
    newest: () => calls.slice(-limit),
    clear: () => {
      calls = []
    },
  }
}
