import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { useText } from '../i18n/text.ts'
import { Button } from './button.tsx'
import classes from './dialog.module.css'
import { Overlay } from './overlay.tsx'

interface DialogProps {
  readonly title: string
  readonly size?: string
  readonly children: ReactNode
  readonly actions: ReactNode
  /** Somebody has typed into it: Escape, or a click beside it, asks before it is gone. */
  readonly isFilled?: boolean
  readonly onClose: () => void
}

/** Only ever imported by what is itself loaded lazily. */
export function Dialog(props: DialogProps) {
  const { title, size = '560px', children, actions, isFilled = false, onClose } = props
  const text = useText()
  const [leaving, setLeaving] = useState<{ readonly from: Element | null }>()
  const [opener] = useState(() => document.activeElement)

  // Mantine gives the focus back only where the dialog stays mounted while it is closed.
  useEffect(() => () => void setTimeout(() => giveFocusBack(opener)), [opener])

  const stay = () => {
    setLeaving(undefined)
    setTimeout(() => giveFocusBack(leaving?.from ?? null))
  }
  const leave = () => {
    if (leaving) stay()
    else if (isFilled) setLeaving({ from: document.activeElement })
    else onClose()
  }

  return (
    <Overlay>
      <Modal
        opened
        centered
        title={title}
        size={size}
        onClose={leave}
        overlayProps={{ backgroundOpacity: 0.45 }}
        closeButtonProps={{ 'aria-label': text('dialog.close') }}
        transitionProps={{ duration: 120 }}
        // Mantine's is a <header>, which would be one of the whole page.
        attributes={{ header: { role: 'presentation' } }}
        classNames={{ title: classes.title ?? '', content: classes.content ?? '' }}
      >
        <div className={classes.body}>{children}</div>
        <div className={classes.actions} hidden={leaving !== undefined}>
          {actions}
        </div>
        {leaving && (
          <div className={classes.actions}>
            <p role="alert" className={classes.question}>
              {text('ask.leave')}
            </p>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it answers the key that was just pressed */}
            <Button autoFocus onClick={stay}>
              {text('ask.leave.stay')}
            </Button>
            <Button look="danger" onClick={onClose}>
              {text('ask.leave.go')}
            </Button>
          </div>
        )}
      </Modal>
    </Overlay>
  )
}

/** To what opened the dialog; where that is gone or takes none, to the page. */
function giveFocusBack(opener: Element | null) {
  if (document.activeElement !== document.body && document.activeElement?.isConnected) return
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
}
