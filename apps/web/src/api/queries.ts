import { getOperation, getSession, listOperations } from '@wheelhouse/contract'
import type { Operation, OperationKind, OperationState, Session } from '@wheelhouse/contract'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { laterOf } from './newest.ts'
import { sessionOver } from './session-doubt.ts'

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
  queryFn: async ({ signal, client }) => {
    const answer = await call(getSession, {}, { signal })
    const known = client.getQueryData<Session>(['session'])
    // Whoever was signed in goes on seeing their page, and signs in above it.
    const isOver = answer.state === 'signed-out' && known !== undefined && isIn(known)
    sessionOver.set(isOver)
    return isOver ? known : answer
  },
})

/** Whether somebody may work here. */
export const isIn = ({ state }: Session): boolean => state === 'open' || state === 'signed-in'

/** A session that has just begun, or was renewed. */
export function takeSession(client: QueryClient, session: Session) {
  sessionOver.set(false)
  client.setQueryData(sessionQuery.queryKey, session)
}

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
