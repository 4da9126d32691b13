// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Suspense } from 'react'
import type { ReactNode } from 'react'
import { standing } from './api/follow-session.ts'
import { lazily } from './lib/lazily.ts'
import { useStore } from './lib/store.ts'

const SetUpPage = lazily(() => import('./pages/signing/set-up-page.tsx'), 'SetUpPage')
const SignInPage = lazily(() => import('./pages/signing/sign-in-page.tsx'), 'SignInPage')
const SessionOver = lazily(() => import('./pages/signing/session-over.tsx'), 'SessionOver')

/** Lets in whoever may work here. The URL stays as it is, so that one lands where one wanted to go. */
export function Door({ children }: { readonly children: ReactNode }) {
  const where = useStore(standing)
  if (where === 'asking') return null
  if (where === 'in' || where === 'over') {
    return (
      <>
        {children}
        <Suspense>{where === 'over' && <SessionOver />}</Suspense>
      </>
    )
  }
  return <Suspense>{where === 'setup' ? <SetUpPage /> : <SignInPage />}</Suspense>
}
