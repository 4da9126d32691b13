import { parseName, type Cluster, type Component } from '@wheelhouse/contract'
import type { Observation } from '../observations/store.ts'
import { lagTrend } from '../observations/trend.ts'
import { verdictOf, type Evidence } from '../observations/verdict.ts'
import type { Tracked } from './inventory.ts'

/** What we did to a component: what the verdict and the row need of its operations. */
export type Activity = Pick<Evidence, 'operation' | 'failedOperation' | 'lastCommand'>

interface Surroundings {
  observation: Observation
  activity: Activity
  reachability: Cluster['reachability']
  now: number
}

/** A row as the API shows it: the tracked name, its latest observation and its open operation, put together. */
export function componentView(
  { trackedAtMs, ...tracked }: Tracked,
  { observation, activity, reachability, now }: Surroundings,
): Component {
  const { reading, failure, recent, checkpointSinceMs, activeAtMs } = observation
  const parts = parseName(tracked.name)
  const trend = lagTrend(recent)
  const checkpoint = reading?.checkpointSeconds ?? null
  return {
    ...tracked,
    identity: parts?.identity ?? null,
    host: reading?.host ?? parts?.host ?? null,
    trackedAt: iso(trackedAtMs),
    status: reading?.status ?? null,
    active: reading?.active ?? null,
    checkpoint,
    sampledAt: isoOf(reading?.sampledAtSeconds, 1000),
    checkpointSince: checkpoint === null ? null : isoOf(checkpointSinceMs, 1),
    lagSeconds:
      reading && checkpoint !== null ? Math.round(reading.observedAtMs / 1000 - checkpoint) : null,
    lagTrend: trend,
    observedAt: isoOf(reading?.observedAtMs, 1),
    failure,
    verdict: verdictOf({
      now,
      reading,
      failure,
      checkpointSinceMs,
      activeAtMs,
      lagTrend: trend,
      reachability,
      ...activity,
    }),
    lastCommand: activity.lastCommand,
    failedOperation: activity.failedOperation,
    operation: activity.operation,
  }
}

/** Null too for a number that CM sent and no calendar holds. */
function isoOf(value: number | null | undefined, unitMs: number): string | null {
  if (value === null || value === undefined) return null
  const date = new Date(value * unitMs)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

const iso = (ms: number): string => new Date(ms).toISOString()
