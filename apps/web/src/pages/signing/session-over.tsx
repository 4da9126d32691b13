import { useEffect, useRef } from 'react'
import { lastSignedIn } from '../../api/follow-session.ts'
import { SignInForm } from '../../features/signing/sign-in-form.tsx'
import { useText } from '../../i18n/text.ts'
import { useStore } from '../../lib/store.ts'
import classes from './session-over.module.css'

/** Mantine's dialogs hear Escape before anybody else, unless what has the focus says so. */
const passesBy = 'data-mantine-stop-propagation'

/**
 * Signs in again above whatever was there, an open dialog included: all of it stays as it is. Nothing
 * closes this but being signed in.
 */
export function SessionOver() {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const known = useStore(lastSignedIn)

  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const back = document.activeElement
    window.addEventListener('keydown', keep, { capture: true })
    document.body.setAttribute(passesBy, 'true')
    dialog.current?.showModal()
    // The browser would choose the first field, and the name is known.
    if (known !== '') dialog.current?.querySelector<HTMLElement>('[name=password]')?.focus()
    return () => {
      window.removeEventListener('keydown', keep, { capture: true })
      document.body.removeAttribute(passesBy)
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
    }
  }, [known])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keeps keys from what lies below
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby="session-over"
      onFocus={({ target }) => target.setAttribute(passesBy, 'true')}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => event.preventDefault()}
      onClose={({ currentTarget }) => currentTarget.showModal()}
    >
      <h2 id="session-over">{text('session.over.title')}</h2>
      <p>{text('session.over.body')}</p>
      <SignInForm known={known} />
    </dialog>
  )
}
