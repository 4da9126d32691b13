// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Link } from '@tanstack/react-router'
import { useText } from '../../i18n/text.ts'
import { FarPlaces } from './far-places.tsx'
import { PlaceLink } from './place-link.tsx'
import { placeGroups, usePlaces } from './places.ts'
import classes from './rail.module.css'
import { Wheel } from './wheel.tsx'

/** Where one can go; on a narrow screen along the foot, the rarer places behind "more". */
export function Rail() {
  const text = useText()
  const { isOpen } = usePlaces()
  return (
    <nav className={classes.rail} aria-label={text('nav.label')}>
      <Link to="/" className={classes.brand} aria-label="Wheelhouse">
        <Wheel />
      </Link>
      {placeGroups.map(({ word, places }) => (
        <ul key={word} className={classes.group} aria-label={text(word)}>
          {places.filter(isOpen).map((place) => (
            <li key={place.to} className={place.isFar ? classes.far : undefined}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      ))}
      <FarPlaces />
    </nav>
  )
}
