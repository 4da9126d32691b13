import type { Cluster, ReadFailure } from '@wheelhouse/contract'
import { iso } from '../../time.ts'

/** Failures must last this long before a CM is called unreachable: one lost packet is no outage. */
const patienceMs = 3_000

type State = Pick<Cluster, 'reachability' | 'reachabilitySince' | 'answeredAt' | 'failure'>

interface Clocks {
  /** Epoch milliseconds, for what is shown. */
  clock: () => number
  /** Milliseconds that nobody sets, for how long something lasts. */
  steady: () => number
}

/** Whether a CM answers, from what became of the calls. Tells its owner when that changes. */
export class Reachability {
  readonly #clocks: Clocks
  readonly #changed: () => void
  #state: State
  #answeredSteadyMs = Number.NEGATIVE_INFINITY
  #failing: { sinceSteadyMs: number; since: string; calls: number } | undefined

  constructor(clocks: Clocks, changed: () => void) {
    this.#clocks = clocks
    this.#changed = changed
    this.#state = {
      reachability: 'unknown',
      reachabilitySince: iso(clocks.clock()),
      answeredAt: null,
      failure: null,
    }
  }

  get state(): State {
    return this.#state
  }

  /** CM said something that it alone can say. */
  answered() {
    const { clock, steady } = this.#clocks
    this.#failing = undefined
    this.#answeredSteadyMs = steady()
    const wasReachable = this.#state.reachability === 'reachable'
    this.#state = {
      reachability: 'reachable',
      reachabilitySince: wasReachable ? this.#state.reachabilitySince : iso(clock()),
      answeredAt: iso(clock()),
      failure: null,
    }
    if (!wasReachable) this.#changed()
  }

  /**
   * A call came to nothing. `isTelling`: enough have by now that it tells of CM, and not only of its
   * component.
   */
  failed(
    failure: ReadFailure,
    { askedSteadyMs, isTelling }: { askedSteadyMs: number; isTelling: boolean },
  ) {
    if (failure.code === 'BAD_BODY') return // somebody answered; of that component, not of CM, it says something
    const { clock, steady } = this.#clocks
    // An answer that came while this call was out outlasts its silence.
    const sinceSteadyMs = Math.max(askedSteadyMs, this.#answeredSteadyMs)
    this.#failing ??= { sinceSteadyMs, since: iso(clock() - (steady() - sinceSteadyMs)), calls: 0 }
    this.#failing.calls += 1
    const { calls, since } = this.#failing
    if (!isTelling || calls < 2 || steady() - this.#failing.sinceSteadyMs < patienceMs) return
    const wasUnreachable = this.#state.reachability === 'unreachable'
    this.#state = {
      ...this.#state,
      reachability: 'unreachable',
      reachabilitySince: wasUnreachable ? this.#state.reachabilitySince : since,
      failure,
    }
    if (!wasUnreachable) this.#changed()
  }
}
