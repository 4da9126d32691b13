import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { useText } from '../i18n/text.ts'
import classes from './dialog.module.css'
import { Overlay } from './overlay.tsx'

interface DialogProps {
  readonly title: string
  readonly size?: string
  readonly children: ReactNode
  readonly actions: ReactNode
  readonly onClose: () => void
}

/** Only ever imported by what is itself loaded lazily. */
export function Dialog({ title, size = '560px', children, actions, onClose }: DialogProps) {
  const text = useText()
  const [opener] = useState(() => document.activeElement)

  // Mantine gives the focus back only where the dialog stays mounted while it is closed.
  useEffect(() => () => void setTimeout(() => giveFocusBack(opener)), [opener])

  return (
    <Overlay>
      <Modal
        opened
        centered
        title={title}
        size={size}
        onClose={onClose}
        overlayProps={{ backgroundOpacity: 0.45 }}
        closeButtonProps={{ 'aria-label': text('dialog.close') }}
        transitionProps={{ duration: 120 }}
        classNames={{ title: classes.title ?? '', content: classes.content ?? '' }}
      >
        <div className={classes.body}>{children}</div>
        <div className={classes.actions}>{actions}</div>
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
