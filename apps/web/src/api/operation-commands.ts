import { abandonOperation, retryOperation, settleOperation } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { replaceOperation } from './apply-events.ts'
import { call } from './call.ts'
import { reread } from './commands.ts'

/** Which try of which step is decided on: sent a second time, nothing is done a second time. */
interface StepAttempt {
  readonly id: string
  /** The step's place, from 0 on. */
  readonly step: number
  readonly attempt: number
}

interface Retry extends StepAttempt {
  readonly reason?: string
}

interface Settlement extends StepAttempt {
  readonly as: 'happened' | 'skipped'
  readonly reason: string
  /** Of a migration that happened. */
  readonly newName?: string
}

/**
 * Sends a refused step once more, or by a person's decision an uncertain one. Fails with
 * `NOT_RETRYABLE`, `SECRETS_GONE`, `OPERATION_OPEN` or `NOT_POSSIBLE_NOW`.
 */
export const retryMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['retry'],
    mutationFn: ({ id, ...body }: Retry) => call(retryOperation, { params: { id }, body }),
    onSuccess: (operation) => takeIn(client, operation),
  })

/** Says what became of an uncertain step. Fails with `NOT_SETTLEABLE` or `INVALID_INPUT`. */
export const settleMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['settle'],
    mutationFn: ({ id, ...body }: Settlement) => call(settleOperation, { params: { id }, body }),
    onSuccess: (operation) => takeIn(client, operation),
  })

export const abandonMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['abandon'],
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(abandonOperation, { params: { id }, body: { reason } }),
    onSuccess: (operation) => takeIn(client, operation),
  })

async function takeIn(client: QueryClient, operation: Operation) {
  replaceOperation(client, operation)
  await reread(operation.component.id)
}
