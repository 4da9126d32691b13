import {
  createOperation,
  getConfig,
  getOperation,
  getRaw,
  getSession,
  listNames,
  listOperations,
} from '@wheelhouse/contract'
import type {
  Operation,
  OperationKind,
  OperationRequest,
  OperationState,
  Plan,
} from '@wheelhouse/contract'
import { QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import { randomId } from '../lib/random-id.ts'
import { call } from './call.ts'
import { laterOf } from './newest.ts'

/**
 * The stream keeps the cache fresh, so nothing is fetched again by itself; `live.ts` refetches what
 * the stream could not tell. `networkMode`: in a closed network `navigator.onLine` means nothing.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(getSession, {}, { signal }),
})

/** The stream does not tell these three: they are read anew on opening, and for as long as they are shown. */
const shownForMs = 10_000

/** The newest answers' keys and values; of what can't be read, what was sent. */
export const configQuery = (id: string) =>
  queryOptions({
    queryKey: ['config', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(getConfig, { params: { id } }, { signal }),
  })

/** CM's newest answer about it; nothing is asked of CM for this. */
export const rawQuery = (id: string) =>
  queryOptions({
    queryKey: ['raw', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(getRaw, { params: { id } }, { signal }),
  })

export const namesQuery = (id: string) =>
  queryOptions({
    queryKey: ['names', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(listNames, { params: { id } }, { signal }),
  })

export interface OperationFilter {
  readonly component?: string
  readonly kind?: OperationKind
  readonly state?: OperationState
}

export const operationsQuery = (filter: OperationFilter = {}) =>
  queryOptions({
    queryKey: ['operations', 'list', filter],
    queryFn: async ({ signal, client }) => {
      const { items, total } = await call(listOperations, { query: { ...filter } }, { signal })
      return { items: items.map((one) => laterOf(knownOperation(client, one.id), one)), total }
    },
  })

export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: ['operations', 'one', id],
    queryFn: async ({ signal, client }) => {
      const answer = await call(getOperation, { params: { id } }, { signal })
      return laterOf(knownOperation(client, id), answer)
    },
  })

/** As it is shown anywhere: on its own page, or in a list. */
export function knownOperation(client: QueryClient, id: string): Operation | undefined {
  const one = client.getQueryData<Operation>(['operations', 'one', id])
  if (one) return one
  const lists = client.getQueriesData<{ items: Operation[] }>({ queryKey: ['operations', 'list'] })
  return lists.flatMap(([, list]) => list?.items.find((item) => item.id === id) ?? [])[0]
}

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
