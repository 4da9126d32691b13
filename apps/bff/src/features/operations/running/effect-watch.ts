import type { Reading } from '../../observations/reading.ts'
import type { ObservationStore } from '../../observations/store.ts'

/** How long the effect of an accepted command is waited for (DECISIONS 11). */
export const watchMs = 60_000
/** Two readings at least this far apart must show an effect before it is believed: readings can flap. */
const shortestApartMs = 3_000
/** A watch whose newest reading is older than this has seen too little to contradict anything. */
const freshMs = 10_000
/** While a watch runs, its component is waited for again this often. */
const urgeEveryMs = 1_000

export type End = 'seen' | 'not-seen' | 'nothing-read'

interface Watched {
  component: string
  /** Null stands for CM's refusal to tell anything about it. */
  showsIn: (reading: Reading | null) => boolean
  /** Only readings asked for after this moment can show the effect, epoch milliseconds. */
  afterMs: number
  firstSeenMs: number | undefined
  newestMs: number | undefined
  apartMs: number
  ends: (end: End) => void
  timer: NodeJS.Timeout | undefined
}

interface Order extends Pick<Watched, 'component' | 'showsIn' | 'afterMs' | 'ends'> {
  /** Without a limit the watch goes on: an effect may come late. */
  limitMs: number | undefined
  /** Two looks at least this far apart must show it; three seconds unless told. */
  apartMs?: number
}

interface Options {
  store: ObservationStore
  urge: (component: string) => void
  clock: () => number
}

/** Waits until the readings of a component show what was wanted of it. */
export class EffectWatch {
  readonly #options: Options
  readonly #watched = new Map<string, Watched>()
  readonly #urging: NodeJS.Timeout
  readonly #unsubscribe: () => void

  constructor(options: Options) {
    this.#options = options
    this.#unsubscribe = options.store.onChange((component, reading) => {
      const { failure } = options.store.get(component)
      if (reading) this.#consider(component, reading, reading)
      else if (failure?.code === 'REJECTED') {
        const atMs = Date.parse(failure.at)
        this.#consider(component, null, { askedAtMs: atMs, observedAtMs: atMs })
      }
    })
    this.#urging = setInterval(() => {
      for (const { component, timer } of this.#watched.values()) if (timer) options.urge(component)
    }, urgeEveryMs)
  }

  /** Watches for an operation; what is seen from now on no longer tells of the component's earlier ones. */
  add(operation: string, { limitMs, apartMs = shortestApartMs, ...order }: Order) {
    this.supersede(order.component)
    const watched: Watched = {
      ...order,
      apartMs,
      firstSeenMs: undefined,
      newestMs: undefined,
      timer: undefined,
    }
    if (limitMs !== undefined) this.#limit(operation, watched, limitMs)
    this.#watched.set(operation, watched)
    this.#options.urge(order.component)
  }

  /** Something else is done to the component: its readings can no longer tell of what was done before. */
  supersede(component: string) {
    for (const [operation, watched] of this.#watched) {
      if (watched.component !== component) continue
      this.drop(operation)
      watched.ends('nothing-read')
    }
  }

  drop(operation: string) {
    clearTimeout(this.#watched.get(operation)?.timer)
    this.#watched.delete(operation)
  }

  close() {
    this.#unsubscribe()
    clearInterval(this.#urging)
    for (const operation of this.#watched.keys()) this.drop(operation)
  }

  #limit(operation: string, watched: Watched, limitMs: number) {
    watched.timer = setTimeout(() => {
      const isFresh = this.#isFresh(watched.newestMs)
      // Seen once, and the second look is on its way.
      if (isFresh && watched.firstSeenMs !== undefined) {
        this.#limit(operation, watched, watched.apartMs)
        return
      }
      this.drop(operation)
      watched.ends(isFresh ? 'not-seen' : 'nothing-read')
    }, limitMs)
  }

  #isFresh(newestMs: number | undefined): boolean {
    return newestMs !== undefined && this.#options.clock() - newestMs < freshMs
  }

  #consider(
    component: string,
    reading: Reading | null,
    { askedAtMs, observedAtMs }: Pick<Reading, 'askedAtMs' | 'observedAtMs'>,
  ) {
    for (const [operation, watched] of this.#watched) {
      if (watched.component !== component || askedAtMs <= watched.afterMs) continue
      watched.newestMs = observedAtMs
      if (!watched.showsIn(reading)) {
        watched.firstSeenMs = undefined
        continue
      }
      watched.firstSeenMs ??= observedAtMs
      if (observedAtMs - watched.firstSeenMs < watched.apartMs) continue
      this.drop(operation)
      watched.ends('seen')
    }
  }
}
