import type { Cluster, ReadFailure } from '@wheelhouse/contract'
import { iso, isoOrNull } from '../../time.ts'

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
  #reachability: State['reachability'] = 'unknown'
  #sinceMs: number
  #failure: ReadFailure | null = null
  #answeredAtMs: number | null = null
  #answeredSteadyMs = Number.NEGATIVE_INFINITY
  #failing: { sinceSteadyMs: number; sinceMs: number; calls: number } | undefined

  constructor(clocks: Clocks, changed: () => void) {
    this.#clocks = clocks
    this.#changed = changed
    this.#sinceMs = clocks.clock()
  }

  get state(): State {
    return {
      reachability: this.#reachability,
      reachabilitySince: iso(this.#sinceMs),
      answeredAt: isoOrNull(this.#answeredAtMs),
      failure: this.#failure,
    }
  }

  get reachability(): State['reachability'] {
    return this.#reachability
  }

  /** Since when it is what it is, epoch milliseconds. */
  get sinceMs(): number {
    return this.#sinceMs
  }

  get isUnreachable(): boolean {
    return this.#reachability === 'unreachable'
  }

  /** CM said something that it alone can say. */
  answered() {
    const { clock, steady } = this.#clocks
    this.#failing = undefined
    this.#failure = null
    this.#answeredSteadyMs = steady()
    this.#answeredAtMs = clock()
    this.#become('reachable', this.#answeredAtMs)
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
    const sinceMs = clock() - (steady() - sinceSteadyMs)
    this.#failing ??= { sinceSteadyMs, sinceMs, calls: 0 }
    this.#failing.calls += 1
    const { calls } = this.#failing
    if (!isTelling || calls < 2 || steady() - this.#failing.sinceSteadyMs < patienceMs) return
    this.#failure = failure
    this.#become('unreachable', this.#failing.sinceMs)
  }

  #become(reachability: State['reachability'], sinceMs: number) {
    if (reachability === this.#reachability) return
    this.#reachability = reachability
    this.#sinceMs = sinceMs
    this.#changed()
  }
}
