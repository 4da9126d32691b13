import type { Component, ComponentReading } from '@wheelhouse/contract'

/** What the readings move of a row. */
export function readingOf(component: Component): ComponentReading {
  const { askedAt, observedAt, sampledAt, checkpoint, checkpointSince } = component
  const { lagSeconds, lagTrendSecondsPerMinute, etaSeconds } = component
  return {
    askedAt,
    observedAt,
    sampledAt,
    checkpoint,
    checkpointSince,
    lagSeconds,
    lagTrendSecondsPerMinute,
    etaSeconds,
  }
}
