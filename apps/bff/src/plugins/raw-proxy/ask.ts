import type { CmAnswer } from '@wheelhouse/contract'

/** One question on its way to CM, for all who wait for its answer. The first ending counts. */
export class Ask {
  readonly #outcome = Promise.withResolvers<CmAnswer | 'abandoned'>()
  readonly #ended = new AbortController()

  constructor() {
    // Whoever waits hears of a failure; by then nobody may be left.
    this.#outcome.promise.catch(() => {})
  }

  /** `abandoned` when it ended without CM's word because its asker went away. */
  get outcome(): Promise<CmAnswer | 'abandoned'> {
    return this.#outcome.promise
  }

  /** Aborted with the outcome: what still arrives is thrown away. */
  get ended(): AbortSignal {
    return this.#ended.signal
  }

  succeed(answer: CmAnswer) {
    this.#outcome.resolve(answer)
    this.#ended.abort()
  }

  fail(error: unknown) {
    this.#outcome.reject(error)
    this.#ended.abort()
  }

  abandon() {
    this.#outcome.resolve('abandoned')
    this.#ended.abort()
  }
}
