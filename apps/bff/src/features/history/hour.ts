import type { Verdict } from '@wheelhouse/contract'

export const hourSeconds = 3600
const minutes = 60
/** An hour holds so many turns; of a component that flaps more often the last of them is rewritten. */
const mostTurns = 120
/** Stands for no observation; no lag is as long. */
export const absent = -(2 ** 31)
/** A lag as it can be kept; a longer one than 68 years is a checkpoint that makes no sense. */
export const keptLag = (lagSeconds: number): number =>
  Math.max(absent + 1, Math.min(Math.round(lagSeconds), -absent - 1))

/** From `second` of the hour on. */
export interface Turn {
  second: number
  /** Null while nobody looked. */
  verdict: Verdict | null
}

/** The worst lag of a minute, and the moment at which it was observed: the checkpoint is their difference. */
export interface WorstLag {
  atSeconds: number
  lagSeconds: number
}

/** An hour of a component. */
export class Hour {
  /** Hours since 1970. */
  readonly hour: number
  /** Of each minute: the worst lag, and the second of the minute at which it was observed. */
  #lags: Int32Array | undefined
  #seconds: Uint8Array | undefined
  readonly turns: Turn[] = []
  /** Somebody looked until this second of the hour. */
  untilSecond = 0

  constructor(hour: number) {
    this.hour = hour
  }

  get startSeconds(): number {
    return this.hour * hourSeconds
  }

  /** Of a minute from 0 to 59. */
  worstOf(minute: number): WorstLag | undefined {
    const lagSeconds = this.#lags?.[minute] ?? absent
    if (lagSeconds === absent) return undefined
    const atSeconds = this.startSeconds + minute * 60 + (this.#seconds?.[minute] ?? 0)
    return { atSeconds, lagSeconds }
  }

  /** The oldest first. */
  *worst(): Generator<WorstLag> {
    if (!this.#lags) return
    for (let minute = 0; minute < minutes; minute += 1) {
      const worst = this.worstOf(minute)
      if (worst) yield worst
    }
  }

  observe({ atSeconds, lagSeconds }: WorstLag) {
    this.#lags ??= new Int32Array(minutes).fill(absent)
    this.#seconds ??= new Uint8Array(minutes)
    const second = atSeconds - this.startSeconds
    const minute = Math.floor(second / 60)
    if ((this.#lags[minute] ?? 0) >= lagSeconds) return
    this.#lags[minute] = lagSeconds
    this.#seconds[minute] = second % 60
  }

  /** Takes back what it says of after this second: the clock was set back to it. */
  cutAt(second: number) {
    if (this.untilSecond <= second) return
    this.untilSecond = second
    this.turns.splice(this.turns.findLastIndex((turn) => turn.second <= second) + 1)
    this.#lags?.fill(absent, Math.ceil(second / 60))
  }

  /** Answers whether that is a turn. */
  turn({ second, verdict }: Turn): boolean {
    const last = this.turns.at(-1)
    if ((last?.verdict ?? null) === verdict) return false
    if (last && (last.second === second || this.turns.length >= mostTurns)) last.verdict = verdict
    else this.turns.push({ second, verdict })
    return true
  }
}

/** What is known of verdicts over hours, the oldest first, as turns in epoch seconds. */
export function turnsOver(
  hours: readonly Hour[],
): { atSeconds: number; verdict: Verdict | null }[] {
  const turns: { atSeconds: number; verdict: Verdict | null }[] = []
  const add = (atSeconds: number, verdict: Verdict | null) => {
    if ((turns.at(-1)?.verdict ?? null) !== verdict) turns.push({ atSeconds, verdict })
  }
  let endSeconds = Number.NEGATIVE_INFINITY
  for (const hour of hours) {
    const start = hour.startSeconds
    if (endSeconds < start || (hour.turns[0]?.second ?? 1) > 0)
      add(Math.min(endSeconds, start), null)
    for (const { second, verdict } of hour.turns) add(start + second, verdict)
    endSeconds = start + hour.untilSecond
    if (hour.untilSecond < hourSeconds) add(endSeconds, null)
  }
  return turns
}
