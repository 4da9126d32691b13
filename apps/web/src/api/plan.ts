import { createOperation } from '@wheelhouse/contract'
import type { OperationRequest, Plan } from '@wheelhouse/contract'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { randomId } from '../lib/random-id.ts'
import { call } from './call.ts'

/** What would be sent, asked anew whenever a dialog opens or what it asks for changes; without a request, never. */
export const planQuery = (request: OperationRequest | undefined) =>
  queryOptions({
    queryKey: ['plan', request ?? null],
    gcTime: 0,
    queryFn: request
      ? async ({ signal }): Promise<Plan> => {
          const reply = await call(
            createOperation,
            { query: { dryRun: 'true' }, body: request },
            { signal, idempotencyKey: randomId() },
          )
          if ('id' in reply) throw new Error('a dry run was answered with an operation')
          return reply
        }
      : skipToken,
  })
