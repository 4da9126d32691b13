import type { Component, Operation } from '@wheelhouse/contract'

/**
 * Those operations that wait for somebody: the uncertain ones, and of the failed ones each component's
 * newest that nobody has dismissed. Older failures are history (DECISIONS 3).
 */
export function needing(
  operations: readonly Operation[],
  components: readonly Component[],
): Operation[] {
  const failed = new Set(components.map(({ failedOperation }) => failedOperation?.id))
  return operations.filter(
    ({ id, state }) => state === 'uncertain' || (state === 'failed' && failed.has(id)),
  )
}
