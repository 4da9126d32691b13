import { changeUser, createUser, listSessions, listTokens, listUsers } from '@wheelhouse/contract'
import type { Input } from '@wheelhouse/contract'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'

/** Everybody who can sign in, or could. The stream does not tell it. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  staleTime: 0,
  queryFn: ({ signal }) => call(listUsers, {}, { signal }),
})

/** Where everybody is signed in. */
export const allSignedInQuery = queryOptions({
  queryKey: ['account', 'sessions', 'all'],
  staleTime: 0,
  queryFn: ({ signal }) => call(listSessions, { query: { all: 'true' } }, { signal }),
})

/** Everybody's API tokens. */
export const allTokensQuery = queryOptions({
  queryKey: ['account', 'tokens', 'all'],
  staleTime: 0,
  queryFn: ({ signal }) => call(listTokens, { query: { all: 'true' } }, { signal }),
})

export const createUserMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['users', 'create'],
    mutationFn: (body: Input<typeof createUser>['body']) => call(createUser, { body }),
    onSuccess: () => client.invalidateQueries(usersQuery),
  })

/** Who is disabled, or has another password, is signed out by it. */
export const changeUserMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationKey: ['users', 'change', id],
    mutationFn: (body: Input<typeof changeUser>['body']) =>
      call(changeUser, { params: { id }, body }),
    onSuccess: async () => {
      await client.invalidateQueries(usersQuery)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
