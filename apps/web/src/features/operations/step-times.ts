import type { Operation } from '@wheelhouse/contract'

interface StepTimes {
  readonly startedAt: string
  /** Null while it is out, and where a person's decision ended it: that is no time that it took. */
  readonly tookSeconds: number | null
  /** Since what came before it in its operation had ended. */
  readonly waitedSeconds: number
}

/** When the newest try of a step was begun, how long it took and how long it had waited. */
export function timesOf({ steps, createdAt }: Operation, index: number): StepTimes | undefined {
  const step = steps[index]
  if (!step || step.startedAt === null) return undefined
  const { startedAt, finishedAt, earlier, decision } = step
  const before = [...steps.slice(0, index), ...earlier].flatMap((one) => one.finishedAt ?? [])
  const beganMs = Date.parse(startedAt)
  const freeMs = Math.max(...[createdAt, ...before].map((at) => Date.parse(at)))
  return {
    startedAt,
    tookSeconds: finishedAt === null || decision ? null : (Date.parse(finishedAt) - beganMs) / 1000,
    waitedSeconds: Math.max(0, (beganMs - freeMs) / 1000),
  }
}
