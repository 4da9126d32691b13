// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Link } from '@tanstack/react-router'
import { useText } from '../../i18n/text.ts'
import type { Place } from './places.ts'
import classes from './rail.module.css'

interface PlaceLinkProps {
  readonly place: Place
  readonly onGo?: () => void
}

export function PlaceLink({ place: { to, word, icon: Icon }, onGo }: PlaceLinkProps) {
  const text = useText()
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      className={classes.place}
      onClick={onGo}
    >
      <span className={classes.icon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <span>{text(word)}</span>
    </Link>
  )
}
