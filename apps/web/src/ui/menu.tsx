import type { TablerIcon } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import classes from './menu.module.css'

export interface MenuItem {
  readonly key: string
  readonly icon: TablerIcon
  readonly label: string
  /** A smaller second line: what it does, or why it can't be used. */
  readonly note?: string | undefined
  readonly tone?: 'bad' | undefined
  /** Can be focused and asked why, but does nothing. */
  readonly isOff?: boolean
  readonly onChoose: () => void
}

interface MenuProps {
  readonly label: string
  /** The button that it belongs to, which gets the focus back. */
  readonly anchor: HTMLElement
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

const marginPx = 8

/** Below its button, or above it where there is no room; at the end, for it stands at a row's end. */
function place(menu: HTMLElement, anchor: HTMLElement) {
  const box = anchor.getBoundingClientRect()
  const fits = box.bottom + menu.offsetHeight + marginPx <= window.innerHeight
  const above = Math.max(marginPx, box.top - menu.offsetHeight - 4)
  const rightMost = window.innerWidth - menu.offsetWidth - marginPx
  return {
    top: fits ? box.bottom + 4 : above,
    left: Math.max(marginPx, Math.min(rightMost, box.right - menu.offsetWidth)),
  }
}

/** What can be done, one a line; arrows move, Escape and anything elsewhere close. Loaded lazily. */
export function Menu({ label, anchor, items, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const [position, setPosition] = useState<{ top: number; left: number }>()

  useLayoutEffect(() => {
    if (!menu.current) return
    setPosition(place(menu.current, anchor))
  }, [anchor])

  // What is hidden takes no focus: only once it stands where it belongs.
  useLayoutEffect(() => {
    if (!position) return
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
  }, [position])

  useEffect(() => {
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && (menu.current?.contains(target) || anchor.contains(target))) {
        return
      }
      onClose()
    }
    document.addEventListener('pointerdown', elsewhere)
    window.addEventListener('scroll', elsewhere, { passive: true })
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      window.removeEventListener('scroll', elsewhere)
      window.removeEventListener('resize', onClose)
    }
  }, [anchor, onClose])

  const press = (event: KeyboardEvent) => {
    // The rows of a table behind it have keys of their own.
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      anchor.focus()
      onClose()
      return
    }
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const target = destination(
      event.key,
      all.findIndex((it) => it === document.activeElement),
      all,
    )
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  return createPortal(
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items take the focus
    <div
      ref={menu}
      role="menu"
      aria-label={label}
      className={classes.menu}
      style={position ?? { visibility: 'hidden', top: 0, left: 0 }}
      onKeyDown={press}
      // React tells the row that holds the button of what happens in here.
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.stopPropagation()}
    >
      {items.map(({ key, icon: Icon, label: word, note, tone, isOff, onChoose }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classes.item}
          data-tone={tone}
          aria-disabled={isOff || undefined}
          onClick={() => {
            if (isOff) return
            // A dialog gives the focus back to what has it now; the menu will be gone by then.
            anchor.focus()
            onClose()
            onChoose()
          }}
        >
          <Icon size={16} stroke={1.8} aria-hidden />
          <span>
            {word}
            {note && <span className={classes.note}>{note}</span>}
          </span>
        </button>
      ))}
    </div>,
    document.body,
  )
}

function destination(key: string, index: number, all: readonly HTMLElement[]) {
  switch (key) {
    case 'ArrowDown':
      return all[(index + 1) % all.length]
    case 'ArrowUp':
      return all.at(index <= 0 ? -1 : index - 1)
    case 'Home':
      return all[0]
    case 'End':
      return all.at(-1)
    default:
      return undefined
  }
}
