import type { Principal } from '../rights/principal.ts'
import type { Denied } from '../rights/may.ts'

/** That something was not allowed to somebody who is signed in. */
export interface Denial {
  actor: string
  body: {
    /** Method and address of the route, parameters by name. */
    route: string
    /** What would have to be granted; left out where it was answered as if it weren't there. */
    permission?: string
    /** Which one, where one was meant. */
    target?: string
  }
}

interface Options {
  onDenied: (denial: Denial) => Promise<void>
  /** Milliseconds that nobody sets. */
  steady: () => number
}

interface Denying {
  principal: Pick<Principal, 'id' | 'actor'>
  problem: Denied
  url: string
  method: string
}

const forgetAfterMs = 60_000
/** Of one who asks, in that time: whoever tries everything fills no disk. */
const mostOfOne = 60

/** Puts denials on record: the same one once a minute, and of one who asks so many. */
export class Denials {
  readonly #options: Options
  #fromMs = Number.NEGATIVE_INFINITY
  #seen = new Map<string, Set<string>>()

  constructor(options: Options) {
    this.#options = options
  }

  async record({ principal, problem, method, url }: Denying) {
    const { permission } = problem.extras
    const body = {
      route: `${method} ${url}`,
      ...(permission && { permission }),
      ...(problem.target !== undefined && { target: problem.target }),
    }
    if (this.#isNew(principal.id, JSON.stringify(body)))
      await this.#options.onDenied({ actor: principal.actor, body })
  }

  #isNew(principal: string, said: string): boolean {
    const nowMs = this.#options.steady()
    if (nowMs - this.#fromMs >= forgetAfterMs) {
      this.#seen = new Map()
      this.#fromMs = nowMs
    }
    const seen = this.#seen.get(principal) ?? new Set()
    if (seen.has(said) || seen.size >= mostOfOne) return false
    this.#seen.set(principal, seen.add(said))
    return true
  }
}
