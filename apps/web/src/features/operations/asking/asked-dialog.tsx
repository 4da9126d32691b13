// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useClusters } from '../../../api/estate.ts'
import { lazily } from '../../../lib/lazily.ts'
import { useStore } from '../../../lib/store.ts'
import { askedCommand } from './asked-command.ts'

const CommandDialog = lazily(() => import('./command-dialog.tsx'), 'CommandDialog')

const close = () => askedCommand.set(undefined)

/** The dialog of the command that somebody is about to ask for; another page closes it. */
export function AskedDialog() {
  const asked = useStore(askedCommand)
  const clusters = useClusters()
  const router = useRouter()
  useEffect(
    () => router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && close()),
    [router],
  )

  if (!asked) return null
  const { kind, component } = asked
  const cluster = clusters?.find(({ id }) => id === component.cluster)
  return (
    <Suspense>
      <CommandDialog
        key={`${kind}-${component.id}`}
        kind={kind}
        component={component}
        cluster={cluster}
        onClose={close}
      />
    </Suspense>
  )
}
