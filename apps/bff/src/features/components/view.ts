import {
  lagThresholds,
  parseName,
  topicsOf,
  type Cluster,
  type Component,
  type ComponentReading,
  type ProtectionLevel,
  type Verdict,
} from '@wheelhouse/contract'
import { iso, isoOrNull } from '../../time.ts'
import { clockAheadSecondsOf } from '../observations/clock-ahead.ts'
import { etaSecondsOf } from '../observations/eta.ts'
import type { Observation } from '../observations/store.ts'
import { lagTrend } from '../observations/trend.ts'
import { verdictOf, type Evidence } from '../observations/verdict.ts'
import type { Tracked } from './tracked.ts'

/** What we did to a component: what the verdict and the row need of its operations. */
export type Activity = Pick<Evidence, 'operation' | 'failedOperation' | 'ownStopAt'> &
  Pick<Component, 'lastCommand'>

export interface Surroundings {
  observation: Observation
  formerNames: readonly string[]
  twin: Component['twin']
  activity: Activity
  reachability: Cluster['reachability']
  reachabilitySinceMs: number
  /** Of its cluster. */
  protection: ProtectionLevel
  freshForSeconds: number
  /** What it was judged before, and since when, epoch milliseconds. */
  before: { verdict: Verdict; sinceMs: number | null } | null
  nowMs: number
}

/** A row but for what every reading moves. */
export type RowRest = Omit<Component, keyof ComponentReading>

export interface RowView {
  rest: RowRest
  reading: ComponentReading
}

/**
 * A row as the API shows it: the tracked name, its latest observation and its open operation, put together;
 * in two parts, of which mostly only the one changes.
 */
export function componentView(tracked: Tracked, surroundings: Surroundings): RowView {
  const { observation, activity, formerNames, twin, before, nowMs } = surroundings
  const parts = parseName(tracked.name)
  const topics = parts && topicsOf(parts.identity)
  const level = tracked.protection ?? surroundings.protection
  const lagThresholdSeconds = lagThresholds[level]
  const trend = lagTrend(observation.recent)
  const verdict = verdictOf({
    kind: tracked.kind,
    reading: observation.reading,
    failure: observation.failure,
    failures: observation.failures,
    checkpointSinceMs: observation.checkpointSinceMs,
    activeSeenAtMs: tracked.activeSeenAtMs,
    lagTrendSecondsPerMinute: trend,
    reachability: surroundings.reachability,
    // A later one than now is of before the clock was set back.
    reachabilitySinceMs:
      surroundings.reachabilitySinceMs > nowMs ? 0 : surroundings.reachabilitySinceMs,
    operation: activity.operation,
    failedOperation: activity.failedOperation,
    ownStopAt: activity.ownStopAt,
    lagThresholdSeconds,
    before: before?.verdict ?? null,
  })
  const { note } = tracked
  const { reading } = observation
  return {
    reading: readingView(observation, { verdict, lagThresholdSeconds, trend }),
    rest: {
      id: tracked.id,
      cluster: tracked.cluster,
      kind: tracked.kind,
      name: tracked.name,
      identity: parts?.identity ?? null,
      formerNames: [...formerNames],
      host: reading?.host ?? parts?.host ?? null,
      project: topics?.project ?? null,
      topic: reading?.topic ?? topics?.topic ?? null,
      subtopic: reading?.subtopic ?? topics?.subtopic ?? null,
      origin: tracked.origin,
      trackedAt: iso(tracked.trackedAtMs),
      status: reading?.status ?? null,
      active: reading?.active ?? null,
      freshForSeconds: surroundings.freshForSeconds,
      clockAheadSeconds: clockAheadSecondsOf(observation.recent),
      failure: observation.failure,
      verdict,
      verdictSince: isoOrNull(
        reading && (before?.verdict === verdict ? (before.sinceMs ?? nowMs) : nowMs),
      ),
      protection: { level, isOwn: tracked.protection !== null },
      lagThresholdSeconds,
      note: note && { text: note.text, by: note.by, at: iso(note.atMs) },
      lastCommand: activity.lastCommand,
      twin,
      failedOperation: activity.failedOperation,
      operation: activity.operation,
    },
  }
}

interface Course {
  verdict: Verdict
  lagThresholdSeconds: number
  trend: number | null
}

function readingView(
  { reading, checkpointSinceMs }: Observation,
  { verdict, lagThresholdSeconds, trend }: Course,
): ComponentReading {
  const checkpoint = reading?.checkpointSeconds ?? null
  const lagSeconds =
    reading && checkpoint !== null ? Math.round(reading.observedAtMs / 1000 - checkpoint) : null
  return {
    askedAt: isoOrNull(reading?.askedAtMs),
    observedAt: isoOrNull(reading?.observedAtMs),
    sampledAt: isoOrNull(
      reading && reading.sampledAtSeconds !== null ? reading.sampledAtSeconds * 1000 : null,
    ),
    checkpoint,
    checkpointSince: checkpoint === null ? null : isoOrNull(checkpointSinceMs),
    lagSeconds,
    lagTrendSecondsPerMinute: trend,
    etaSeconds: etaSecondsOf({
      verdict,
      lagSeconds,
      lagThresholdSeconds,
      lagTrendSecondsPerMinute: trend,
    }),
  }
}
