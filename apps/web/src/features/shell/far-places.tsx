// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useRouterState } from '@tanstack/react-router'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PlaceLink } from './place-link.tsx'
import { usePlaces } from './places.ts'
import classes from './rail.module.css'

/** On a narrow screen: what there is no room for. Escape, a choice and anything elsewhere close it. */
export function FarPlaces() {
  const text = useText()
  const farPlaces = usePlaces().places.filter(({ isFar }) => isFar)
  const [isOpen, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isHere = farPlaces.some(({ to }) => path === to || path.startsWith(`${to}/`))

  useEffect(() => {
    if (!isOpen) return undefined
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false)
    }
    const press = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
      document.removeEventListener('keydown', press)
    }
  }, [isOpen])

  return (
    <div ref={whole} className={classes.more}>
      <button
        ref={button}
        type="button"
        className={classes.place}
        data-status={isHere ? 'active' : undefined}
        aria-expanded={isOpen}
        aria-controls="far-places"
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.icon}>
          <IconDots size={20} stroke={1.6} aria-hidden />
        </span>
        <span>{text('nav.more')}</span>
      </button>
      <ul id="far-places" className={classes.panel} hidden={!isOpen}>
        {farPlaces.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} onGo={() => setOpen(false)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
