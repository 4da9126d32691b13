import type { Operation, Step } from '@wheelhouse/contract'

interface Write {
  readonly operation: Operation
  readonly step: Step
  readonly startedAt: string
}

/** The write that was begun last, of whichever operation; `undefined` where none ever was. */
export function lastWriteOf(operations: readonly Operation[]): Write | undefined {
  return operations
    .flatMap((operation) =>
      operation.steps.flatMap((step): Write[] =>
        step.effect === 'write' && step.startedAt !== null
          ? [{ operation, step, startedAt: step.startedAt }]
          : [],
      ),
    )
    .toSorted((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt))[0]
}
