import {
  createOperation,
  getComponent,
  getOperation,
  getSession,
  listClusters,
  listComponents,
  listOperations,
} from '@wheelhouse/contract'
import type { Component, OperationKind, Plan } from '@wheelhouse/contract'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { randomId } from '../lib/random-id.ts'
import { call } from './call.ts'

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

export const clustersQuery = queryOptions({
  queryKey: ['clusters'],
  queryFn: ({ signal }) => call(listClusters, {}, { signal }),
})

export const componentsQuery = queryOptions({
  queryKey: ['components', 'list'],
  queryFn: ({ signal }) => call(listComponents, { query: {} }, { signal }),
})

/** Null once the stream told that it is no longer tracked. */
export const componentQuery = (id: string) =>
  queryOptions({
    queryKey: ['components', 'one', id],
    queryFn: ({ signal }): Promise<Component | null> =>
      call(getComponent, { params: { id } }, { signal }),
  })

export interface OperationFilter {
  readonly component?: string
}

export const operationsQuery = (filter: OperationFilter = {}) =>
  queryOptions({
    queryKey: ['operations', 'list', filter],
    queryFn: ({ signal }) => call(listOperations, { query: { ...filter } }, { signal }),
  })

export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: ['operations', 'one', id],
    queryFn: ({ signal }) => call(getOperation, { params: { id } }, { signal }),
  })

/** What would be sent, asked anew whenever a dialog opens. */
export const planQuery = (component: string, kind: OperationKind) =>
  queryOptions({
    queryKey: ['plan', component, kind],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<Plan> => {
      const reply = await call(
        createOperation,
        { query: { dryRun: 'true' }, body: { component, kind } },
        { signal, idempotencyKey: randomId() },
      )
      if ('id' in reply) throw new Error('a dry run was answered with an operation')
      return reply
    },
  })
