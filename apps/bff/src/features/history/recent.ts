import type { Verdict } from '@wheelhouse/contract'
import { absent, Hour, hourSeconds, type WorstLag } from './hour.ts'
import { packHour, unpackHour } from './packed-hour.ts'

export const fineStepSeconds = 15
/** One hour of them. */
const fineSteps = hourSeconds / fineStepSeconds

/** Narrow until a lag of nine hours makes it wide: there are as many of these as components. */
type FineLags = Int16Array | Int32Array
const narrowest = -(2 ** 15)

interface Packed {
  hour: number
  packed: Uint8Array
}

/** What memory holds of a component: this hour, the one before it until it is kept, and the last hour in fine steps. */
export class Recent {
  #current: Hour | undefined
  #previous: Packed | undefined
  #isCurrentNew = false
  #fine: FineLags | undefined
  #newestStep = 0
  /** Of the reading that was noted last, epoch milliseconds. */
  observedAtMs: number | null = null

  /** Takes up what the database holds of the newest two hours: since then nobody looked. */
  static of(hours: readonly Hour[], nowSeconds: number): Recent {
    const recent = new Recent()
    const nowHour = Math.floor(nowSeconds / hourSeconds)
    // Later ones are of a clock that was ahead.
    for (const hour of hours.filter((one) => one.hour <= nowHour)) {
      if (hour.hour === nowHour) {
        hour.cutAt(nowSeconds - hour.startSeconds)
        recent.#current = hour
      }
      for (const worst of hour.worst()) recent.#observeFine(worst)
    }
    recent.pause()
    return recent
  }

  /** Of its newest two hours those that memory holds, the older first. */
  hours(): Hour[] {
    const previous = this.#previous && unpackHour(this.#previous.hour, this.#previous.packed)
    return [previous, this.#current].filter((hour) => hour !== undefined)
  }

  /** The worst lag of each fine step of the last hour in which it was observed, the oldest first. */
  *fine(): Generator<WorstLag> {
    if (!this.#fine) return
    for (let step = this.#newestStep - fineSteps + 1; step <= this.#newestStep; step += 1) {
      const lagSeconds = this.#fine[step % fineSteps] ?? absent
      if (lagSeconds !== absentIn(this.#fine))
        yield { atSeconds: step * fineStepSeconds, lagSeconds }
    }
  }

  /** Somebody has looked until now. */
  advance(nowSeconds: number): Hour {
    const hour = Math.floor(nowSeconds / hourSeconds)
    const before = this.#current
    if (before && hour <= before.hour) {
      const second = hour < before.hour ? 0 : nowSeconds - before.startSeconds
      before.untilSecond = Math.max(before.untilSecond, second)
      return before
    }
    const current = new Hour(hour)
    if (before) {
      const isNext = hour === before.hour + 1
      if (isNext) before.untilSecond = hourSeconds
      this.#previous = { hour: before.hour, packed: packHour(before) }
      const verdict = before.turns.at(-1)?.verdict ?? null
      if (isNext) current.turn({ second: 0, verdict })
    }
    current.untilSecond = nowSeconds - current.startSeconds
    this.#current = current
    this.#isCurrentNew = true
    return current
  }

  /** Answers whether that is news. */
  turn(nowSeconds: number, verdict: Verdict): boolean {
    const hour = this.advance(nowSeconds)
    const isTurn = hour.turn({ second: hour.untilSecond, verdict })
    this.#isCurrentNew ||= isTurn
    return isTurn
  }

  /** Of what is older than this hour nothing is kept any more. */
  observe(worst: WorstLag) {
    this.#observeFine(worst)
    const hour = Math.floor(worst.atSeconds / hourSeconds)
    if (hour === this.#current?.hour) {
      this.#current.observe(worst)
      this.#isCurrentNew = true
    } else if (hour === this.#previous?.hour) {
      const previous = unpackHour(hour, this.#previous.packed)
      previous.observe(worst)
      this.#previous = { hour, packed: packHour(previous) }
    }
  }

  /** Nobody has looked since. */
  pause() {
    const hour = this.#current
    if (!hour || hour.untilSecond >= hourSeconds) return
    if (hour.turn({ second: hour.untilSecond, verdict: null })) this.#isCurrentNew = true
  }

  /** Nobody has looked until now, when it is still what it was. */
  resume(nowSeconds: number) {
    const verdict = this.#current?.turns.at(-1)?.verdict ?? null
    this.pause()
    if (verdict !== null) this.turn(nowSeconds, verdict)
  }

  /**
   * What the database does not hold yet. Whoever takes it and can't keep it gives it `back`; an hour that
   * has ended is not held twice.
   */
  take(): { hours: Packed[]; back: () => void } {
    const previous = this.#previous
    const current = this.#isCurrentNew ? this.#current : undefined
    this.#previous = undefined
    this.#isCurrentNew = false
    return {
      hours: [
        ...(previous ? [previous] : []),
        ...(current ? [{ hour: current.hour, packed: packHour(current) }] : []),
      ],
      back: () => {
        this.#previous ??= previous
        this.#isCurrentNew ||= current !== undefined
      },
    }
  }

  /** Until when somebody looked is news as well, once it must be kept. */
  expectEnd() {
    this.#isCurrentNew ||= this.#current !== undefined
  }

  #observeFine({ atSeconds, lagSeconds }: WorstLag) {
    const step = Math.floor(atSeconds / fineStepSeconds)
    if (step <= this.#newestStep - fineSteps) return
    const fine = fitting(this.#fine, lagSeconds)
    this.#fine = fine
    const first = Math.max(this.#newestStep + 1, step - fineSteps + 1)
    for (let passed = first; passed <= step; passed += 1) fine[passed % fineSteps] = absentIn(fine)
    this.#newestStep = Math.max(this.#newestStep, step)
    const place = step % fineSteps
    fine[place] = Math.max(fine[place] ?? absent, lagSeconds)
  }
}

const absentIn = (fine: FineLags): number => (fine instanceof Int16Array ? narrowest : absent)

function fitting(fine: FineLags | undefined, lagSeconds: number): FineLags {
  const isNarrow = lagSeconds > narrowest && lagSeconds < -narrowest
  if (!fine && isNarrow) return new Int16Array(fineSteps).fill(narrowest)
  if (fine && (isNarrow || fine instanceof Int32Array)) return fine
  return Int32Array.from({ length: fineSteps }, (_, place) => {
    const lag = fine?.[place] ?? narrowest
    return lag === narrowest ? absent : lag
  })
}
