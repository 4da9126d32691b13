// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconSearch } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useText } from '../../i18n/text.ts'
import { hint } from '../../ui/hints.tsx'
import classes from './palette-button.module.css'
import { paletteOpen } from './palette-open.ts'

const isApple = /mac|iphone|ipad/iu.test(navigator.platform)

/** A dialog has a question of its own: it is answered or closed first. */
const isAsked = () => document.querySelector('[aria-modal="true"], dialog[open]') !== null

/** Opens the palette, as `Ctrl-K` does anywhere. */
export function PaletteButton() {
  const text = useText()

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isMeant = (isApple ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'k'
      if (!isMeant || event.altKey || event.shiftKey) return
      // The browser's own search box would take the focus.
      event.preventDefault()
      if (!isAsked()) paletteOpen.set(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <button
      type="button"
      className={classes.button}
      aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
      onClick={() => paletteOpen.set(true)}
      {...hint(text('palette.open'))}
    >
      <IconSearch size={17} stroke={1.7} aria-hidden />
      <span className="unseen">{text('palette.open')} </span>
      <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
    </button>
  )
}
