import type { ObservationStore } from '../observations/store.ts'
import type { Reading } from '../observations/reading.ts'

/** How long the effect of an accepted command is waited for (architecture §4). */
export const watchMs = 60_000
/** Two readings at least this far apart must show an effect before it is believed: readings can flap. */
export const apartMs = 3_000
/** While a watch runs, its component is read this often. */
const urgeEveryMs = 1_000

interface Watched {
  component: string
  showsIn: (reading: Reading) => boolean
  /** Only readings asked for after this moment can show the effect. */
  afterMs: number
  firstSeenMs: number | undefined
  newest: Reading | undefined
  ends: (seen: 'seen' | 'not-seen' | 'nothing-read') => void
  timer: NodeJS.Timeout | undefined
}

interface Order extends Pick<Watched, 'component' | 'showsIn' | 'afterMs' | 'ends'> {
  /** Without a limit the watch goes on: an effect may come late. */
  limitMs: number | undefined
}

/** Waits until the readings of a component show what was wanted of it. */
export class EffectWatch {
  readonly #watched = new Map<string, Watched>()
  readonly #urge: (component: string) => void
  readonly #urging: NodeJS.Timeout
  readonly #unsubscribe: () => void

  constructor(store: ObservationStore, urge: (component: string) => void) {
    this.#urge = urge
    this.#unsubscribe = store.onChange((component, reading) => {
      if (reading) this.#consider(component, reading)
    })
    this.#urging = setInterval(() => {
      for (const { component, timer } of this.#watched.values()) if (timer) this.#urge(component)
    }, urgeEveryMs)
  }

  /** One watch an operation; a newer one replaces it. */
  add(operation: string, { limitMs, ...order }: Order) {
    this.drop(operation)
    const watched: Watched = {
      ...order,
      firstSeenMs: undefined,
      newest: undefined,
      timer: undefined,
    }
    if (limitMs !== undefined)
      watched.timer = setTimeout(() => {
        this.drop(operation)
        watched.ends(watched.newest ? 'not-seen' : 'nothing-read')
      }, limitMs)
    this.#watched.set(operation, watched)
    this.#urge(order.component)
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

  #consider(component: string, reading: Reading) {
    for (const [operation, watched] of this.#watched) {
      if (watched.component !== component || reading.askedAtMs <= watched.afterMs) continue
      watched.newest = reading
      if (!watched.showsIn(reading)) {
        watched.firstSeenMs = undefined
        continue
      }
      watched.firstSeenMs ??= reading.observedAtMs
      if (reading.observedAtMs - watched.firstSeenMs < apartMs) continue
      this.drop(operation)
      watched.ends('seen')
    }
  }
}
