import type { RecordedCheckpoint, Verdict } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import { hourSeconds, turnsOver, type Hour, type WorstLag } from './hour.ts'
import type { BriefOperation } from './operations-of.ts'

const mostCheckpoints = 60
const fullHours = 24
/** What a verdict turned into that makes somebody want to go back to where it stood. */
const telling: ReadonlySet<Verdict | null> = new Set([
  'stalled',
  'abnormal',
  'stopped',
  'falling-behind',
])
/** Of one position, the reason that is told. */
const reasons: readonly RecordedCheckpoint['why'][] = ['before-operation', 'verdict', 'hour']

/** Positions that a component had, the newest first, each once: from its hours, the oldest first. */
export function checkpointsOf(
  hours: readonly Hour[],
  { operations, nowSeconds }: { operations: readonly BriefOperation[]; nowSeconds: number },
): RecordedCheckpoint[] {
  const observed = hours.flatMap((hour) => [...hour.worst()])
  const all = [
    ...operations.flatMap(beforeOperation),
    ...atTurns(hours, observed),
    ...atFullHours(observed, nowSeconds),
  ].filter(({ checkpoint }) => checkpoint > 0)
  const best = Map.groupBy(all, ({ checkpoint }) => checkpoint)
  return [...best.values()]
    .flatMap((same) => same.toSorted(byReason).slice(0, 1))
    .toSorted(byNewest)
    .slice(0, mostCheckpoints)
}

function beforeOperation({
  id,
  kind,
  createdAtMs,
  checkpoint,
}: BriefOperation): RecordedCheckpoint[] {
  if (checkpoint === null) return []
  return [
    {
      checkpoint,
      at: iso(createdAtMs),
      why: 'before-operation',
      operation: { id, kind },
      verdict: null,
    },
  ]
}

/** Where it stood in the minute before; in the same one, where it was not observed before. */
function atTurns(hours: readonly Hour[], observed: readonly WorstLag[]): RecordedCheckpoint[] {
  const turns = turnsOver(hours).filter(({ verdict }) => telling.has(verdict))
  // The newest will do: of a component that flaps there are more than anybody can choose from.
  return turns.slice(-mostCheckpoints).flatMap(({ atSeconds, verdict }) => {
    const minute = atSeconds - (atSeconds % 60)
    const before =
      newestWithin(observed, minute - hourSeconds, minute) ??
      newestWithin(observed, minute, minute + 60)
    return before ? [recorded(before, { why: 'verdict', verdict })] : []
  })
}

function atFullHours(observed: readonly WorstLag[], nowSeconds: number): RecordedCheckpoint[] {
  const newest = nowSeconds - (nowSeconds % hourSeconds)
  return Array.from({ length: fullHours }, (_, ago) => newest - ago * hourSeconds).flatMap(
    (full) => {
      const before = newestWithin(observed, full - hourSeconds, full + 1)
      return before ? [recorded(before, { why: 'hour', verdict: null })] : []
    },
  )
}

const newestWithin = (observed: readonly WorstLag[], from: number, to: number) =>
  observed.findLast(({ atSeconds }) => atSeconds >= from && atSeconds < to)

const recorded = (
  { atSeconds, lagSeconds }: WorstLag,
  why: Pick<RecordedCheckpoint, 'why' | 'verdict'>,
): RecordedCheckpoint => ({
  checkpoint: atSeconds - lagSeconds,
  at: iso(atSeconds * 1000),
  operation: null,
  ...why,
})

const byReason = (one: RecordedCheckpoint, other: RecordedCheckpoint): number =>
  reasons.indexOf(one.why) - reasons.indexOf(other.why) || byNewest(one, other)

const byNewest = (one: RecordedCheckpoint, other: RecordedCheckpoint): number =>
  Date.parse(other.at) - Date.parse(one.at)
