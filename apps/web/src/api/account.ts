import {
  changePassword,
  createToken,
  listSessions,
  listTokens,
  revokeSession,
  revokeToken,
} from '@wheelhouse/contract'
import type { Input } from '@wheelhouse/contract'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { takeSession } from './queries.ts'

/** Where one is signed in. The stream does not tell it. */
export const signedInQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  staleTime: 0,
  queryFn: ({ signal }) => call(listSessions, { query: {} }, { signal }),
})

/** One's own API tokens. */
export const tokensQuery = queryOptions({
  queryKey: ['account', 'tokens'],
  staleTime: 0,
  queryFn: ({ signal }) => call(listTokens, { query: {} }, { signal }),
})

export const changePasswordMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['account', 'password'],
    mutationFn: (body: Input<typeof changePassword>['body']) => call(changePassword, { body }),
    onSuccess: (session) => {
      takeSession(client, session)
      return client.invalidateQueries(signedInQuery)
    },
  })

/** Ends one session, or one after the other. */
export const revokeSessionsMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['account', 'revoke-sessions'],
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await call(revokeSession, { params: { id } })
    },
    onSettled: () => client.invalidateQueries(signedInQuery),
  })

export const createTokenMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['account', 'create-token'],
    // What it answers is shown once, and kept nowhere.
    gcTime: 0,
    mutationFn: (body: Input<typeof createToken>['body']) => call(createToken, { body }),
    onSuccess: () => client.invalidateQueries(tokensQuery),
  })

export const revokeTokenMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['account', 'revoke-token'],
    mutationFn: (id: string) => call(revokeToken, { params: { id } }),
    onSuccess: () => client.invalidateQueries(tokensQuery),
  })
