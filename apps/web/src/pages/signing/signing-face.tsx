import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/queries.ts'
import { LocaleSwitch, SchemeSwitch } from '../../features/shell/preferences.tsx'
import { Wheel } from '../../features/shell/wheel.tsx'
import { useText } from '../../i18n/text.ts'
import { Hints } from '../../ui/hints.tsx'
import { Strip } from '../../ui/strip.tsx'
import classes from './signing-face.module.css'

interface SigningFaceProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** What stands around a form before anybody is let in. */
export function SigningFace({ title, lead, children }: SigningFaceProps) {
  const text = useText()
  const { data: session } = useQuery(sessionQuery)
  return (
    <div className={classes.whole}>
      <title>{`${title} · Wheelhouse`}</title>
      <header className={classes.header}>
        <LocaleSwitch />
        <SchemeSwitch />
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.card}>
          <div className={classes.head}>
            <Wheel size={30} />
            <h1>{title}</h1>
          </div>
          {lead && <p className={classes.lead}>{lead}</p>}
          {session?.isInsecure && <Strip tone="warning">{text('banner.insecure')}</Strip>}
          {children}
        </div>
      </main>
      <Hints />
    </div>
  )
}
