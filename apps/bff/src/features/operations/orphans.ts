import type { StepState } from '@wheelhouse/contract'
import type { OperationRepository } from './repository.ts'
import { noReply } from './step-end.ts'
import type { StoredOperation } from './stored-operation.ts'

interface Options {
  repository: OperationRepository
  clock: () => number
  changed: (operation: StoredOperation) => Promise<void>
}

/**
 * Says of the steps that an ended process left what can be said: a call that was out may have been
 * carried out; one that never left is refused, since what was wanted then need not be wanted now.
 * Answers every operation whose end is still to be learnt.
 */
export async function closeOrphans({
  repository,
  clock,
  changed,
}: Options): Promise<StoredOperation[]> {
  const orphans = await repository.unsettled()
  return Promise.all(
    orphans.map(async (orphan) => {
      let operation = orphan
      for (const [position, { state }] of orphan.steps.entries()) {
        const move = orphanMove(state, operation)
        if (move) operation = await repository.moveStep(orphan.id, position, move, clock())
      }
      await changed(operation)
      return operation
    }),
  )
}

function orphanMove(state: StepState, operation: StoredOperation) {
  if (state === 'running')
    return { from: state, to: 'uncertain', reply: noReply('PROCESS_ENDED') } as const
  if (state === 'pending' && operation.state === 'queued')
    return { from: state, to: 'refused', reply: noReply('NOT_SENT') } as const
  return undefined
}
