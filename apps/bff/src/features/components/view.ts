import { parseName, type Cluster, type Component } from '@wheelhouse/contract'
import { iso, isoOrNull } from '../../time.ts'
import type { Observation } from '../observations/store.ts'
import { lagTrend } from '../observations/trend.ts'
import { verdictOf, type Evidence } from '../observations/verdict.ts'
import type { Tracked } from './inventory.ts'

/** What we did to a component: what the verdict and the row need of its operations. */
export type Activity = Pick<Evidence, 'operation' | 'failedOperation' | 'ownStopAt'> &
  Pick<Component, 'lastCommand'>

interface Surroundings {
  observation: Observation
  formerNames: readonly string[]
  twin: Component['twin']
  activity: Activity
  reachability: Cluster['reachability']
  nowMs: number
}

/** A row as the API shows it: the tracked name, its latest observation and its open operation, put together. */
export function componentView(
  { trackedAtMs, activeSeenAtMs, ...tracked }: Tracked,
  { observation, activity, formerNames, twin, reachability, nowMs }: Surroundings,
): Component {
  const { reading, failure, recent, checkpointSinceMs } = observation
  const parts = parseName(tracked.name)
  const trend = lagTrend(recent)
  const checkpoint = reading?.checkpointSeconds ?? null
  return {
    ...tracked,
    identity: parts?.identity ?? null,
    formerNames: [...formerNames],
    host: reading?.host ?? parts?.host ?? null,
    trackedAt: iso(trackedAtMs),
    status: reading?.status ?? null,
    active: reading?.active ?? null,
    checkpoint,
    sampledAt: isoOrNull(
      reading && reading.sampledAtSeconds !== null ? reading.sampledAtSeconds * 1000 : null,
    ),
    checkpointSince: checkpoint === null ? null : isoOrNull(checkpointSinceMs),
    lagSeconds:
      reading && checkpoint !== null ? Math.round(reading.observedAtMs / 1000 - checkpoint) : null,
    lagTrendSecondsPerMinute: trend,
    askedAt: isoOrNull(reading?.askedAtMs),
    observedAt: isoOrNull(reading?.observedAtMs),
    failure,
    verdict: verdictOf({
      nowMs,
      kind: tracked.kind,
      reading,
      failure,
      checkpointSinceMs,
      activeSeenAtMs,
      lagTrendSecondsPerMinute: trend,
      reachability,
      ...activity,
    }),
    lastCommand: activity.lastCommand,
    twin,
    failedOperation: activity.failedOperation,
    operation: activity.operation,
  }
}
