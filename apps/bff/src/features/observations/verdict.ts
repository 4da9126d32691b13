import {
  isObservable,
  type Cluster,
  type Component,
  type ComponentKind,
  type ReadFailure,
  type Verdict,
} from '@wheelhouse/contract'
import type { Reading } from './reading.ts'

/** OMS's own level "medium": more lag than this is behind, seconds (`cm-api.md` §4.3). */
const lagThresholdSeconds = 300
/** A checkpoint that has not moved for this long, though it should, is stalled. */
const stalledAfterSeconds = 180
/** A component whose reads fail is called unreachable once its last answer is this old. */
const unreachableAfterSeconds = 10

export interface Evidence {
  nowMs: number
  kind: ComponentKind
  reading: Reading | null
  failure: ReadFailure | null
  checkpointSinceMs: number | null
  /** When it was last found active after a stop of ours. */
  activeSeenAtMs: number | null
  lagTrendSecondsPerMinute: number | null
  reachability: Cluster['reachability']
  operation: Component['operation']
  failedOperation: Component['failedOperation']
  /** When our stop was accepted, if that is the newest that was commanded and nothing contradicts it. */
  ownStopAt: string | null
}

/** The rules of DECISIONS 1 and 2, in the order of the contract's `verdicts`: the first that holds wins. */
export function verdictOf(evidence: Evidence): Verdict {
  const { operation, failedOperation } = evidence
  if (operation?.state === 'uncertain' || (!operation && failedOperation)) return 'needs-you'
  if (operation) return 'operating'
  if (!isObservable(evidence.kind)) return 'not-observable'
  if (isUnreachable(evidence)) return 'unreachable'
  if (!evidence.reading || evidence.failure) return 'unknown'
  return verdictOfReading(evidence.reading, evidence)
}

function isUnreachable({ nowMs, reading, failure, reachability }: Evidence): boolean {
  if (reachability === 'unreachable') return true
  // CM answered, only not with what we can read: that is unknown, not unreachable.
  if (!failure || failure.code === 'REJECTED' || failure.code === 'BAD_BODY') return false
  return !reading || nowMs - reading.observedAtMs > unreachableAfterSeconds * 1000
}

function verdictOfReading(reading: Reading, evidence: Evidence): Verdict {
  const { status, active, checkpointSeconds, observedAtMs } = reading
  if (active === false && isExplainedByOurStop(evidence)) return 'stopped'
  if (active === false) return status === null || status === 'running' ? 'abnormal' : 'stopped'
  // Documented is only `running`: another word beside an active writer, or no fact at all, means nothing that we know.
  if (status !== 'running' && !(status === null && active === true)) return 'unknown'
  if (active === null || checkpointSeconds === null) return 'unknown'

  const stillSeconds =
    evidence.checkpointSinceMs === null ? 0 : (observedAtMs - evidence.checkpointSinceMs) / 1000
  if (stillSeconds >= stalledAfterSeconds) return 'stalled'
  const lagSeconds = observedAtMs / 1000 - checkpointSeconds
  if (lagSeconds <= lagThresholdSeconds) return 'running'
  return (evidence.lagTrendSecondsPerMinute ?? 0) < 0 ? 'catching-up' : 'falling-behind'
}

/** Our stop explains an inactive writer only as long as nobody has been seen starting it since. */
function isExplainedByOurStop({ ownStopAt, activeSeenAtMs }: Evidence): boolean {
  return ownStopAt !== null && (activeSeenAtMs ?? 0) <= Date.parse(ownStopAt)
}
