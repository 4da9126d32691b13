import { setUp, signIn, signOut } from '@wheelhouse/contract'
import type { Input } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { takeSession } from './queries.ts'
import { saySessionWord } from './session-word.ts'

/** Signs in; the page goes on by itself once the session is known (`follow-session.ts`). */
export const signInMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['session', 'sign-in'],
    mutationFn: (body: Input<typeof signIn>['body']) => call(signIn, { body }),
    onSuccess: (session) => takeSession(client, session),
  })

/** Makes the first administrator, who is signed in by it. */
export const setUpMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['session', 'set-up'],
    mutationFn: (body: Input<typeof setUp>['body']) => call(setUp, { body }),
    onSuccess: (session) => takeSession(client, session),
  })

/** Ends the session here and in every tab: what was shown goes with it. */
export const signOutMutation = () =>
  mutationOptions({
    mutationKey: ['session', 'sign-out'],
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      saySessionWord('out')
      window.location.reload()
    },
  })
