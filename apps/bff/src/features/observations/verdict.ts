import {
  isObservable,
  type Cluster,
  type Component,
  type ComponentKind,
  type ReadFailure,
  type Verdict,
} from '@wheelhouse/contract'
import { isAnswer, type Reading } from './reading.ts'

/** A checkpoint that has not moved for this long, though it should, is stalled. */
const stalledAfterSeconds = 180
/** A component whose reads fail is called unreachable once its last answer is this old. */
const unreachableAfterSeconds = 10
/** What is behind stays so until its lag is under this part of the threshold. */
const caughtUpPart = 0.8

/** Nothing of it changes by itself as time goes by: whoever keeps a verdict judges anew when one of these changes. */
export interface Evidence {
  kind: ComponentKind
  reading: Reading | null
  failure: ReadFailure | null
  /** So many reads in a row were not answered at all. */
  failures: number
  checkpointSinceMs: number | null
  /** When it was last found active after a stop of ours. */
  activeSeenAtMs: number | null
  lagTrendSecondsPerMinute: number | null
  /** More lag than this is behind, seconds. */
  lagThresholdSeconds: number
  /** The verdict until now; null before the first. */
  before: Verdict | null
  reachability: Cluster['reachability']
  /** Since when CM is what `reachability` says. */
  reachabilitySinceMs: number
  operation: Component['operation']
  failedOperation: Component['failedOperation']
  /** When our stop was accepted, if that is the newest that was commanded and nothing contradicts it. */
  ownStopAt: string | null
}

/** The rules of DECISIONS 1, 2 and 30, in the order of the contract's `verdicts`: the first that holds wins. */
export function verdictOf(evidence: Evidence): Verdict {
  const { operation, failedOperation } = evidence
  if (operation?.state === 'uncertain' || (!operation && failedOperation)) return 'needs-you'
  if (operation) return 'operating'
  if (!isObservable(evidence.kind)) return 'not-observable'
  if (isUnreachable(evidence)) return 'unreachable'
  if (!evidence.reading) return 'unknown'
  // One read that was lost says nothing yet: the last answer still stands.
  if (evidence.failure && isAnswer(evidence.failure)) return 'unknown'
  return verdictOfReading(evidence.reading, evidence)
}

/** Two silences, not one: a single lost packet is none, and between two reads more than ten seconds may lie. */
function isUnreachable(evidence: Evidence): boolean {
  const { reading, failure, failures, reachability, reachabilitySinceMs } = evidence
  if (reachability === 'unreachable') return true
  if (!failure || isAnswer(failure)) return false
  // While CM was away its silence told nothing of the component, which may wait long for its next turn.
  if (reachability === 'reachable' && Date.parse(failure.at) < reachabilitySinceMs) return false
  if (!reading) return true
  const ageMs = Date.parse(failure.at) - reading.observedAtMs
  // A failure that seems to be from before the answer: the clock was set back, which is no reason to wait.
  return failures >= 2 && (ageMs > unreachableAfterSeconds * 1000 || ageMs < 0)
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
  return verdictOfLag(observedAtMs / 1000 - checkpointSeconds, evidence)
}

/** Around the threshold and while the lag stands still, the word stays what it was, so that no row flaps. */
function verdictOfLag(lagSeconds: number, evidence: Evidence): Verdict {
  const { lagThresholdSeconds, lagTrendSecondsPerMinute, before } = evidence
  const wasBehind = before === 'falling-behind' || before === 'catching-up'
  if (lagSeconds <= lagThresholdSeconds * (wasBehind ? caughtUpPart : 1)) return 'running'
  // Zero is the trend's own dead band.
  const trend = lagTrendSecondsPerMinute ?? 0
  if (trend === 0) return wasBehind ? before : 'falling-behind'
  return trend < 0 ? 'catching-up' : 'falling-behind'
}

/** Our stop explains an inactive writer only as long as nobody has been seen starting it since. */
function isExplainedByOurStop({ ownStopAt, activeSeenAtMs }: Evidence): boolean {
  return ownStopAt !== null && (activeSeenAtMs ?? 0) <= Date.parse(ownStopAt)
}
