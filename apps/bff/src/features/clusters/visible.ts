import type { Cluster } from '@wheelhouse/contract'

/** What moves with each answer is told again only when it moved by so much. */
const answeredStepMs = 30_000
const clockStepSeconds = 1

/** What somebody who looks at a cluster sees of it, as text: two that look the same are the same. */
export function visibleOf(cluster: Cluster): string {
  const { answeredAt, latencyMs, roundSeconds, clock } = cluster
  return JSON.stringify({
    ...cluster,
    answeredAt: answeredAt === null ? null : Math.floor(Date.parse(answeredAt) / answeredStepMs),
    latencyMs: magnitude(latencyMs),
    roundSeconds: magnitude(roundSeconds),
    clock: clock && [clock.aheadSeconds, clock.uncertainSeconds].map(inSteps),
  })
}

/** The same for numbers that differ by less than a fifth or so. */
const magnitude = (value: number | null): number | null =>
  value === null ? null : Math.round(Math.log2(Math.max(1, value)) * 4)

const inSteps = (seconds: number): number => Math.round(seconds / clockStepSeconds)
