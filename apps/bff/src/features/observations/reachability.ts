import type { Cluster, ReadFailure } from '@wheelhouse/contract'
import { iso } from '../../time.ts'

/** Failures must last this long before a CM is called unreachable: one lost packet is no outage. */
const patienceMs = 3_000

type State = Pick<Cluster, 'reachability' | 'reachabilitySince' | 'answeredAt' | 'failure'>

/** Whether a CM answers, from what became of the calls. Tells its owner when that changes. */
export class Reachability {
  #state: State
  #failingSinceMs: number | undefined
  #failuresInRow = 0
  readonly #changed: () => void

  constructor(nowMs: number, changed: () => void) {
    this.#state = {
      reachability: 'unknown',
      reachabilitySince: iso(nowMs),
      answeredAt: null,
      failure: null,
    }
    this.#changed = changed
  }

  get state(): State {
    return this.#state
  }

  /** CM said something that it alone can say. */
  answered(nowMs: number) {
    this.#failingSinceMs = undefined
    this.#failuresInRow = 0
    const wasReachable = this.#state.reachability === 'reachable'
    this.#state = {
      reachability: 'reachable',
      reachabilitySince: wasReachable ? this.#state.reachabilitySince : iso(nowMs),
      answeredAt: iso(nowMs),
      failure: null,
    }
    if (!wasReachable) this.#changed()
  }

  /** A call that left at `askedAtMs` came to nothing. */
  failed(failure: ReadFailure, askedAtMs: number, nowMs: number) {
    if (failure.code === 'BAD_BODY') return // somebody answered; of that component, not of CM, it says something
    this.#failingSinceMs ??= askedAtMs
    this.#failuresInRow += 1
    if (this.#failuresInRow < 2 || nowMs - this.#failingSinceMs < patienceMs) return
    const wasUnreachable = this.#state.reachability === 'unreachable'
    this.#state = {
      ...this.#state,
      reachability: 'unreachable',
      reachabilitySince: wasUnreachable ? this.#state.reachabilitySince : iso(this.#failingSinceMs),
      failure,
    }
    if (!wasUnreachable) this.#changed()
  }
}
