// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Hints } from '../../ui/hints.tsx'
import { Notices } from '../../ui/notices.tsx'
import { Banners } from './banners.tsx'
import { ClusterChips } from './cluster-chips.tsx'
import { LiveMark } from './live-mark.tsx'
import { PaletteButton } from './palette-button.tsx'
import { LocaleSwitch, SchemeSwitch } from './preferences.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { UserButton } from './user-button.tsx'
import { Wheel } from './wheel.tsx'

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText()
  const { data: session } = useQuery(sessionQuery)
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {text('nav.skip')}
      </a>
      <Rail />
      <header className={classes.header}>
        <Link to="/" className={classes.mark} aria-label="Wheelhouse">
          <Wheel size={22} />
        </Link>
        <ClusterChips />
        <div className={classes.tools}>
          <PaletteButton />
          <LiveMark />
          <LocaleSwitch />
          <SchemeSwitch />
          {session?.state === 'signed-in' && <UserButton name={session.actor ?? ''} />}
        </div>
      </header>
      <div className={classes.content}>
        <Banners session={session} />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <Notices />
      <Hints />
    </div>
  )
}
