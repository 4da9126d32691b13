import { useBlocker } from '@tanstack/react-router'
import { Suspense } from 'react'
import { lazily } from '../../../lib/lazily.ts'

const UnsentDialog = lazily(() => import('./unsent-dialog.tsx'), 'UnsentDialog')

/** Asks before the page goes with what was edited on it and not sent; its tabs keep it. */
export function UnsentGuard({ edits }: { readonly edits: number }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: edits > 0,
    disabled: edits === 0,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Suspense>
      <UnsentDialog edits={edits} onStay={reset} onLeave={proceed} />
    </Suspense>
  )
}
