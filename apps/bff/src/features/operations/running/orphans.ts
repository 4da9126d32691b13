import { noReply } from './step-end.ts'
import type { OperationRepository } from '../record/repository.ts'
import type { Move } from '../record/move.ts'
import type { StoredOperation } from '../record/stored-operation.ts'

interface Options {
  repository: OperationRepository
  clock: () => number
  changed: (operation: StoredOperation) => Promise<void>
}

/**
 * Says of the operations that an ended process left what can be said: a call that was out may have been
 * carried out; what never left is refused, since what was wanted then need not be wanted now.
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
      const interrupted = interruptionOf(orphan)
      const operation = interrupted
        ? await repository.moveStep(orphan.id, interrupted.position, interrupted.move, clock())
        : orphan
      await changed(operation)
      return operation
    }),
  )
}

/** The one step that the process was at, or would have come to next. */
function interruptionOf({ steps }: StoredOperation): { position: number; move: Move } | undefined {
  const running = steps.findIndex(({ state }) => state === 'running')
  if (running >= 0) {
    const isOut = steps[running]?.effect === 'write'
    return {
      position: running,
      move: isOut
        ? { from: 'running', to: 'uncertain', reply: noReply('PROCESS_ENDED') }
        : { from: 'running', to: 'refused', reply: noReply('INTERRUPTED') },
    }
  }
  const isWaiting = steps.some(({ state }) => state === 'uncertain' || state === 'refused')
  const next = isWaiting ? -1 : steps.findIndex(({ state }) => state === 'pending')
  if (next < 0) return undefined
  return {
    position: next,
    move: { from: 'pending', to: 'refused', reply: noReply('INTERRUPTED') },
  }
}
