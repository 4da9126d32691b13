import { CmError } from '@wheelhouse/cm-client'
import type { ClockOffset } from './clock-offset.ts'
import type { InFlightCap } from './in-flight-cap.ts'
import type { Jury } from './jury.ts'
import type { Pace } from './pace.ts'
import type { Reachability } from './reachability.ts'
import type { Answer } from './reader.ts'
import { failureOf, isAnswer, readingOf } from './reading.ts'
import type { Outcome, Scheduler, Turn } from './scheduler.ts'
import type { ObservationStore } from './store.ts'

/** A name that was asked for, and when. */
interface Asked extends Turn {
  name: string
  askedAtMs: number
  askedSteadyMs: number
}

interface Options {
  store: ObservationStore
  reachability: Reachability
  scheduler: Scheduler
  cap: InFlightCap
  pace: Pace
  offset: ClockOffset
  jury: Jury
  /** What the component is called now. */
  nameOf: (id: string) => string | undefined
  /** Epoch milliseconds, for what is shown. */
  clock: () => number
  /** Milliseconds that nobody sets. */
  steady: () => number
  onBug: (error: unknown) => void
}

/** What an answer, or that there was none, says: of the component, of its next turn, and of CM. */
export class Answers {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws what is a bug of ours. */
  settle(asked: Asked, answer: Answer) {
    const { store, offset, clock, onBug } = this.#options
    if ('detail' in answer) {
      const { detail } = answer
      const observedAtMs = clock()
      this.#done(asked, 'read')
      this.#answered(asked)
      const { askedAtMs } = asked
      const saidMs = detail.saidAtMs
      if (saidMs !== null) offset.learn({ saidMs, askedAtMs, answeredAtMs: observedAtMs })
      if (!this.#isStillIts(asked)) return
      const { reading } = store.get(asked.id)
      store.record(asked.id, readingOf(detail, { askedAtMs, observedAtMs }, reading))
      return
    }
    const { error } = answer
    if (error instanceof CmError) this.#failed(asked, error)
    else {
      this.#done(asked, 'failed')
      onBug(error)
    }
  }

  #failed(asked: Asked, error: CmError) {
    const { reachability, store, jury, clock, steady } = this.#options
    const failure = failureOf(error, clock())
    const hung = failure.code === 'TIMED_OUT' || failure.code === 'CUT'
    this.#done(asked, hung ? 'hung' : 'failed')
    if (failure.code === 'REJECTED') this.#answered(asked)
    else if (!isAnswer(failure)) {
      const isTelling = jury.isTelling(asked.id, steady())
      reachability.failed(failure, { askedSteadyMs: asked.askedSteadyMs, isTelling })
    }
    if (this.#isStillIts(asked)) store.recordFailure(asked.id, failure)
  }

  #answered({ askedSteadyMs }: Asked) {
    const { reachability, scheduler, cap, pace, jury, steady } = this.#options
    const nowMs = steady()
    const wasAway = reachability.isUnreachable
    cap.answered(nowMs - askedSteadyMs, nowMs)
    jury.answered(nowMs)
    reachability.answered()
    if (!wasAway) return
    scheduler.forgive()
    pace.pause(nowMs)
  }

  #done({ id }: Asked, outcome: Outcome) {
    const { scheduler, steady } = this.#options
    scheduler.done(id, steady(), outcome)
  }

  /** Whether the answer is still about what the component is called: it may have been migrated meanwhile. */
  #isStillIts({ id, name }: Asked): boolean {
    return this.#options.nameOf(id) === name
  }
}
