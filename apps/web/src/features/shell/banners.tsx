// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Session } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import classes from './shell.module.css'

/** What must be known of this installation all the time, one line each. */
export function Banners({ session }: { readonly session: Session | undefined }) {
  const text = useText()
  if (!session) return null
  const { mode, state, isInsecure, isReadOnly } = session
  return (
    <>
      {mode === 'demo' && (
        <aside className={classes.banner} aria-label={text('demo.title')}>
          <strong>{text('demo.title')}</strong> {text('demo.body')}
        </aside>
      )}
      {mode === 'real' && state === 'open' && (
        <aside className={classes.banner} aria-label={text('banner.open.title')}>
          <strong>{text('banner.open.title')}</strong> {text('banner.open')}
        </aside>
      )}
      {isInsecure && (
        <aside
          className={classes.banner}
          data-tone="amber"
          aria-label={text('banner.insecure.title')}
        >
          <strong>{text('banner.insecure.title')}</strong> {text('banner.insecure')}
        </aside>
      )}
      {isReadOnly && (
        <aside
          className={classes.banner}
          data-tone="blue"
          aria-label={text('banner.read-only.title')}
        >
          <strong>{text('banner.read-only.title')}</strong> {text('banner.read-only')}
        </aside>
      )}
    </>
  )
}
