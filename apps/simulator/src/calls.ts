import type { EffectKind } from './effects.ts'
import type { FaultKind } from './fault-kinds.ts'
import type { Params } from './form.ts'

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
