import type { TablerIcon } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import classes from './popover.module.css'

interface PopoverProps {
  readonly icon: TablerIcon
  /** Of the button, and the name of what it opens. */
  readonly label: string
  /** Above its button, for one at the foot of the screen. */
  readonly isAbove?: boolean
  readonly children: (close: () => void) => ReactNode
}

const marginPx = 8

/**
 * A button and what it opens, right behind it for the Tab key as well. Escape, a click or the focus
 * going elsewhere close it. On a narrow screen it comes up from the foot.
 */
export function Popover({ icon, label, isAbove, children }: PopoverProps) {
  const [whole, setWhole] = useState<HTMLElement | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [shiftPx, setShiftPx] = useState(0)

  // It ends with its button, unless it would then stand out on the left.
  useLayoutEffect(() => {
    if (!isOpen || !panel.current) return undefined
    panel.current.focus({ preventScroll: true })
    setShiftPx(Math.max(0, marginPx - panel.current.getBoundingClientRect().left))
    return () => setShiftPx(0)
  }, [isOpen])

  useEffect(() => {
    if (!isOpen) return undefined
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && target.isConnected && !whole?.contains(target)) {
        setOpen(false)
      }
    }
    // Before all others: what else Escape closes stays open.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      setOpen(false)
      focusButton(whole)
    }
    document.addEventListener('keydown', press, { capture: true })
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('keydown', press, { capture: true })
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [isOpen, whole])

  const close = () => {
    setOpen(false)
    focusButton(whole)
  }

  return (
    <span ref={setWhole} className={classes.whole}>
      <Button
        isSmall
        icon={icon}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.word}>{label}</span>
      </Button>
      {isOpen && (
        <div
          ref={panel}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a `dialog` brings a place and manners of its own
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          className={classes.panel}
          data-above={isAbove || undefined}
          style={shiftPx === 0 ? undefined : { translate: `${shiftPx}px` }}
        >
          {children(close)}
        </div>
      )}
    </span>
  )
}

const focusButton = (whole: HTMLElement | null) =>
  whole?.querySelector('button')?.focus({ preventScroll: true })
