import type { CmAnswer } from '@wheelhouse/contract'
import type { ClusterConfig } from '../../config/config.ts'
import { Problem } from '../../http/problem.ts'
import { Ask } from './ask.ts'

interface Options {
  cluster: Pick<ClusterConfig, 'callsPerSecond' | 'inFlight' | 'timeouts'>
  /** Milliseconds that nobody sets. */
  steady: () => number
  /** Told of each call that leaves: it is one of the cluster's budget. */
  spent: () => void
}

interface Asking {
  /** Sends the question, once, and sees to it that the ask ends. */
  send: (ask: Ask) => void
  /** Aborted when the asker goes away. */
  gone: AbortSignal
}

/**
 * The questions of people to one CM: those who ask the same wait for one call, and calls leave no
 * closer together than `1 / callsPerSecond`, `inFlight` of them at once.
 */
export class Asks {
  readonly #options: Options
  readonly #open = new Map<string, Ask>()
  #nextTurnMs = Number.NEGATIVE_INFINITY

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws a `Problem`: `CM_BUSY` without a turn in time, else why CM gave no answer. */
  async answerTo(question: string, { send, gone }: Asking): Promise<CmAnswer> {
    for (;;) {
      if (gone.aborted) throw new Problem('CM_UNANSWERED', 'whoever asked has gone')
      const ask = this.#open.get(question) ?? this.#begin(question, { send, gone })
      // oxlint-disable-next-line no-await-in-loop -- the next turn is for those whom the first asker left behind
      const outcome = await ask.outcome
      if (outcome !== 'abandoned') return outcome
    }
  }

  #begin(question: string, { send, gone }: Asking): Ask {
    const { readMs } = this.#options.cluster.timeouts
    const turnMs = this.#takeTurn()
    const ask = new Ask()
    this.#open.set(question, ask)

    let deadline: NodeJS.Timeout | undefined
    const turn = setTimeout(() => {
      // Over the whole call: a CM that drips its answer keeps every shorter clock content.
      deadline = setTimeout(() => {
        ask.fail(new Problem('CM_TIMED_OUT', `no whole answer in ${readMs} ms`))
      }, readMs)
      try {
        send(ask)
      } catch (error) {
        ask.fail(error)
      }
    }, turnMs)
    const abandon = () => ask.abandon()
    gone.addEventListener('abort', abandon)
    ask.ended.addEventListener('abort', () => {
      clearTimeout(turn)
      clearTimeout(deadline)
      gone.removeEventListener('abort', abandon)
      this.#open.delete(question)
    })
    return ask
  }

  /** Milliseconds until this call may leave. */
  #takeTurn(): number {
    const { cluster, steady, spent } = this.#options
    const nowMs = steady()
    const turnMs = Math.max(nowMs, this.#nextTurnMs)
    if (this.#open.size >= cluster.inFlight || turnMs - nowMs > cluster.timeouts.readMs)
      throw new Problem('CM_BUSY', `at most ${cluster.callsPerSecond} calls a second; ask again`)
    this.#nextTurnMs = turnMs + 1000 / cluster.callsPerSecond
    spent()
    return turnMs - nowMs
  }
}
