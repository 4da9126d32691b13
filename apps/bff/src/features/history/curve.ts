import { spanSeconds, verdictRank, type HistorySpan, type Verdict } from '@wheelhouse/contract'
import { turnsOver, type Hour } from './hour.ts'
import type { Recent } from './recent.ts'

/** Steps from `fromSeconds` on; all of it epoch seconds. */
export interface Steps {
  fromSeconds: number
  stepSeconds: number
  count: number
}

/** Steps of a span that end with the one in which `untilSeconds` lies. */
export function stepsOf(span: HistorySpan, untilSeconds: number, stepSeconds: number): Steps {
  const toSeconds = Math.ceil((untilSeconds + 1) / stepSeconds) * stepSeconds
  const count = Math.ceil(spanSeconds[span] / stepSeconds)
  return { fromSeconds: toSeconds - count * stepSeconds, stepSeconds, count }
}

export const endOf = ({ fromSeconds, stepSeconds, count }: Steps): number =>
  fromSeconds + stepSeconds * count

/** The worst lag of each step; null where nothing was observed. Memory knows the last hour more finely. */
export function lagsOver(
  hours: readonly Hour[],
  recent: Recent | undefined,
  { fromSeconds, stepSeconds, count }: Steps,
): (number | null)[] {
  const lags = Array.from({ length: count }, (): number | null => null)
  const put = (step: number, lag: number) => {
    const known = lags[step]
    if (known !== undefined) lags[step] = Math.max(known ?? lag, lag)
  }
  const observed = [...hours.flatMap((hour) => [...hour.worst()]), ...(recent?.fine() ?? [])]
  for (const { atSeconds, lagSeconds } of observed)
    put(Math.floor((atSeconds - fromSeconds) / stepSeconds), lagSeconds)
  return lags
}

interface VerdictFrom {
  fromSeconds: number
  verdict: Verdict | null
}

/** Turns of less are drawn together where there are more of them than anybody can see. */
const mostVerdicts = 300

/** Its verdicts in a span, at most 300 of them: of a component that flaps, the worst of each stretch. */
export function verdictsOver(
  hours: readonly Hour[],
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
): VerdictFrom[] {
  const turns = turnsOver(hours).map(({ atSeconds, verdict }) => ({
    fromSeconds: Math.max(atSeconds, fromSeconds),
    verdict,
  }))
  const within = turns.filter(
    (turn, at) =>
      turn.fromSeconds < toSeconds &&
      // What ended before the span is not of it.
      (turns[at + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY) > fromSeconds,
  )
  const [first] = within
  const whole =
    first && first.fromSeconds > fromSeconds ? [{ fromSeconds, verdict: null }, ...within] : within
  if (whole.length <= mostVerdicts) return whole
  return thinned(whole, Math.ceil((toSeconds - fromSeconds) / (mostVerdicts - 1)))
}

function thinned(turns: readonly VerdictFrom[], stretchSeconds: number): VerdictFrom[] {
  const [first] = turns
  if (!first) return []
  const thin: VerdictFrom[] = []
  let [at, before] = [0, null as Verdict | null]
  const end = turns.at(-1)?.fromSeconds ?? 0
  for (let from = first.fromSeconds; from <= end; from += stretchSeconds) {
    let worst = before
    for (; (turns[at]?.fromSeconds ?? Infinity) < from + stretchSeconds; at += 1) {
      const turn = turns[at]
      if (!turn) break
      if (turn.fromSeconds === from) worst = null
      before = turn.verdict
      worst = worseOf(worst, turn.verdict)
    }
    if (thin.length === 0 || thin.at(-1)?.verdict !== worst)
      thin.push({ fromSeconds: from, verdict: worst })
  }
  if (before !== null && thin.at(-1)?.verdict !== before)
    thin.push({ fromSeconds: end, verdict: before })
  return thin
}

function worseOf(one: Verdict | null, other: Verdict | null): Verdict | null {
  if (one === null || other === null) return one ?? other
  return verdictRank(one) <= verdictRank(other) ? one : other
}
