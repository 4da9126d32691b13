import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useMediaQuery } from '../lib/media.ts'
import classes from './drawer.module.css'
import { IconButton } from './icon-button.tsx'

interface DrawerProps {
  /** For `document.getElementById(id)?.focus()`, where the page brings somebody here. */
  readonly id: string
  readonly label: string
  readonly closeLabel: string
  readonly side?: 'start' | 'end'
  readonly title: ReactNode
  readonly children: ReactNode
  /** At the foot, always to be seen. */
  readonly actions?: ReactNode
  readonly onClose: () => void
}

const narrow = '(max-width: 760px)'
const focusable = 'a[href], button, input, select, textarea, [tabindex="0"]'

/**
 * Beside the page, which can be used on while it is open; on a narrow screen it is all there is, and
 * keeps the focus. Escape closes it, unless something above it is open. The caller gives the focus back.
 */
export function Drawer(props: DrawerProps) {
  const { id, label, closeLabel, side = 'end', title, children, actions, onClose } = props
  const isSheet = useMediaQuery(narrow)
  const whole = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!isSheet) return undefined
    whole.current?.focus({ preventScroll: true })
    document.documentElement.dataset['sheet'] = ''
    return () => {
      delete document.documentElement.dataset['sheet']
    }
  }, [isSheet])

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (!isForAnother(event.target, whole.current)) onClose()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onClose])

  /** From the last to the first and back. */
  const stay = (event: KeyboardEvent) => {
    if (!isSheet || event.key !== 'Tab') return
    const all = [...(whole.current?.querySelectorAll<HTMLElement>(focusable) ?? [])]
    const [first, last] = [all[0], all.at(-1)]
    const leaves = event.shiftKey
      ? document.activeElement === first || document.activeElement === whole.current
      : document.activeElement === last
    if (!leaves) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keeps the Tab key in a sheet
    <section
      ref={whole}
      id={id}
      aria-label={label}
      tabIndex={-1}
      className={classes.drawer}
      data-drawer={side}
      onKeyDown={stay}
      {...(isSheet ? { role: 'dialog', 'aria-modal': true } : {})}
    >
      <header className={classes.header}>
        <div className={classes.title}>{title}</div>
        <IconButton icon={IconX} label={closeLabel} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
      {actions && <footer className={classes.actions}>{actions}</footer>}
    </section>
  )
}

/** A dialog or a menu takes Escape for itself, and so does a field that somebody types in. */
function isForAnother(target: EventTarget | null, own: HTMLElement | null): boolean {
  const above = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')
  if ([...above].some((it) => it !== own)) return true
  const isField = target instanceof Element && target.matches('input, textarea, select')
  return isField && !own?.contains(target)
}
