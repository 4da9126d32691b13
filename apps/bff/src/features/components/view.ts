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
import { unpackPositions } from '../observations/positions.ts'
import type { Observation } from '../observations/store.ts'
import { lagTrend } from '../observations/trend.ts'
import { verdictOf, type Evidence } from '../observations/verdict.ts'
import type { Tracked } from './tracked.ts'

/** What we did to a component: what the verdict and the row need of its operations. */
export type Activity = Pick<Evidence, 'operation' | 'failedOperation' | 'ownStopAt'> &
  Pick<Component, 'lastCommand'>

export interface Surroundings {
  observation: Observation
  formerNames: readonly { name: string }[]
  twin: Component['twin']
  activity: Activity
  reachability: Cluster['reachability']
  reachabilitySinceMs: number
  /** Of its cluster. */
  protection: ProtectionLevel
  freshForSeconds: number
  /** What it was judged before, and since when, epoch milliseconds. */
  before: { verdict: Verdict; verdictSinceMs: number | null } | null
  nowMs: number
}

/** A row but for what every reading moves. */
export type RowRest = Omit<Component, keyof ComponentReading>

/** All that a row but for its reading is made of: while none of it changes, neither does the row. */
export interface RowFacts {
  tracked: Tracked
  /** The tracked one's own, which are replaced in it. */
  name: string
  note: Tracked['note']
  isOwnProtection: boolean
  level: ProtectionLevel
  formerNames: Surroundings['formerNames']
  host: string | null
  topic: string | null
  subtopic: string | null
  status: string | null
  active: boolean | null
  freshForSeconds: number
  clockAheadSeconds: number | null
  failure: Component['failure']
  verdict: Verdict
  verdictSinceMs: number | null
  activity: Activity
  twin: Component['twin']
}

/** Where it is and where it goes: what each reading moves. */
export interface RowCourse {
  reading: Observation['reading']
  checkpointSinceMs: number | null
  lagTrendSecondsPerMinute: number | null
}

/** Judges a component by all that is known of it. A row as the API shows it is made of the two when somebody asks. */
export function judged(
  tracked: Tracked,
  surroundings: Surroundings,
): { facts: RowFacts; course: RowCourse } {
  const { observation, activity, before, nowMs } = surroundings
  const { reading } = observation
  const level = tracked.protection ?? surroundings.protection
  const recent = unpackPositions(observation.recent)
  const lagTrendSecondsPerMinute = lagTrend(recent)
  const verdict = verdictOf({
    kind: tracked.kind,
    reading,
    failure: observation.failure,
    failures: observation.failures,
    checkpointSinceMs: observation.checkpointSinceMs,
    activeSeenAtMs: tracked.activeSeenAtMs,
    lagTrendSecondsPerMinute,
    reachability: surroundings.reachability,
    // A later one than now is of before the clock was set back.
    reachabilitySinceMs:
      surroundings.reachabilitySinceMs > nowMs ? 0 : surroundings.reachabilitySinceMs,
    operation: activity.operation,
    failedOperation: activity.failedOperation,
    ownStopAt: activity.ownStopAt,
    lagThresholdSeconds: lagThresholds[level],
    before: before?.verdict ?? null,
  })
  const sinceMs = before?.verdict === verdict ? (before.verdictSinceMs ?? nowMs) : nowMs
  return {
    course: { reading, checkpointSinceMs: observation.checkpointSinceMs, lagTrendSecondsPerMinute },
    facts: {
      tracked,
      name: tracked.name,
      note: tracked.note,
      isOwnProtection: tracked.protection !== null,
      level,
      formerNames: surroundings.formerNames,
      host: reading?.host ?? null,
      topic: reading?.topic ?? null,
      subtopic: reading?.subtopic ?? null,
      status: reading?.status ?? null,
      active: reading?.active ?? null,
      freshForSeconds: surroundings.freshForSeconds,
      clockAheadSeconds: clockAheadSecondsOf(recent),
      failure: observation.failure,
      verdict,
      verdictSinceMs: reading && sinceMs,
      activity,
      twin: surroundings.twin,
    },
  }
}

/** The row but for what every reading moves. */
export function restView({ tracked, ...facts }: RowFacts): RowRest {
  const { name, note, level, verdict, activity } = facts
  const parts = parseName(name)
  const topics = parts && topicsOf(parts.identity)
  return {
    id: tracked.id,
    cluster: tracked.cluster,
    kind: tracked.kind,
    name,
    identity: parts?.identity ?? null,
    formerNames: facts.formerNames.map((former) => former.name),
    host: facts.host ?? parts?.host ?? null,
    project: topics?.project ?? null,
    topic: facts.topic ?? topics?.topic ?? null,
    subtopic: facts.subtopic ?? topics?.subtopic ?? null,
    origin: tracked.origin,
    trackedAt: iso(tracked.trackedAtMs),
    status: facts.status,
    active: facts.active,
    freshForSeconds: facts.freshForSeconds,
    clockAheadSeconds: facts.clockAheadSeconds,
    failure: facts.failure,
    verdict,
    verdictSince: isoOrNull(facts.verdictSinceMs),
    protection: { level, isOwn: facts.isOwnProtection },
    lagThresholdSeconds: lagThresholds[level],
    note: note && { text: note.text, by: note.by, at: iso(note.atMs) },
    lastCommand: activity.lastCommand,
    twin: facts.twin,
    failedOperation: activity.failedOperation,
    operation: activity.operation,
  }
}

/** How far behind it was as it was observed, whole seconds; null where that was not told. */
export const lagSecondsOf = ({ reading }: Pick<RowCourse, 'reading'>): number | null =>
  reading === null || reading.checkpointSeconds === null
    ? null
    : Math.round(reading.observedAtMs / 1000 - reading.checkpointSeconds)

/** What every reading moves. */
export function readingView(
  course: RowCourse,
  { verdict, level }: Pick<RowFacts, 'verdict' | 'level'>,
): ComponentReading {
  const { reading, checkpointSinceMs, lagTrendSecondsPerMinute } = course
  const checkpoint = reading?.checkpointSeconds ?? null
  const sampledAtSeconds = reading?.sampledAtSeconds ?? null
  const lagSeconds = lagSecondsOf(course)
  return {
    askedAt: isoOrNull(reading?.askedAtMs),
    observedAt: isoOrNull(reading?.observedAtMs),
    sampledAt: isoOrNull(sampledAtSeconds === null ? null : sampledAtSeconds * 1000),
    checkpoint,
    checkpointSince: checkpoint === null ? null : isoOrNull(checkpointSinceMs),
    lagSeconds,
    lagTrendSecondsPerMinute,
    etaSeconds: etaSecondsOf({
      verdict,
      lagSeconds,
      lagThresholdSeconds: lagThresholds[level],
      lagTrendSecondsPerMinute,
    }),
  }
}
