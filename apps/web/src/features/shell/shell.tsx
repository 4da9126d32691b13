import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconFileCertificate, IconHistory, IconStack2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Hints } from '../../ui/hints.tsx'
import { Notices } from '../../ui/notices.tsx'
import { ClusterChips } from './cluster-chips.tsx'
import { LiveMark } from './live-mark.tsx'
import { LocaleSwitch, SchemeSwitch } from './preferences.tsx'
import classes from './shell.module.css'
import { Wheel } from './wheel.tsx'

const places = [
  { to: '/components', word: 'nav.components', icon: IconStack2 },
  { to: '/operations', word: 'nav.operations', icon: IconHistory },
  { to: '/audit', word: 'nav.audit', icon: IconFileCertificate },
] as const

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const text = useText()
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {text('nav.skip')}
      </a>
      <nav className={classes.rail} aria-label={text('nav.label')}>
        <Link to="/components" className={classes.brand} aria-label="Wheelhouse">
          <Wheel />
        </Link>
        {places.map(({ to, word, icon: Icon }) => (
          <Link key={to} to={to} className={classes.place}>
            <Icon size={21} stroke={1.6} aria-hidden />
            <span>{text(word)}</span>
          </Link>
        ))}
      </nav>
      <header className={classes.header}>
        <span className={classes.mark}>
          <Wheel size={22} />
        </span>
        <ClusterChips />
        <div className={classes.tools}>
          <LiveMark />
          <LocaleSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <div className={classes.content}>
        <DemoStrip />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <Notices />
      <Hints />
    </div>
  )
}

function DemoStrip() {
  const text = useText()
  const { data: session } = useQuery(sessionQuery)
  if (session?.mode !== 'demo') return null
  return (
    <aside className={classes.demo} aria-label={text('demo.title')}>
      <strong>{text('demo.title')}</strong> {text('demo.body')}
    </aside>
  )
}
