import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { createStore, useStore } from '../lib/store.ts'
import { IconButton } from './icon-button.tsx'
import classes from './notices.module.css'
import { Strip } from './strip.tsx'
import type { StripTone } from './strip.tsx'

interface Notice {
  /** A later notice of the same key takes the place of the earlier. */
  readonly key: string
  readonly tone: StripTone
  readonly body: ReactNode
}

const notices = createStore<readonly Notice[]>([])
const goodForMs = 12_000

export const dismissNotice = (key: string) =>
  notices.set(notices.get().filter((notice) => notice.key !== key))

/** Tells something at the foot of the page. What went wrong stays until it is dismissed. */
export function notify(notice: Notice) {
  notices.set([...notices.get().filter(({ key }) => key !== notice.key), notice].slice(-3))
  if (notice.tone !== 'bad') {
    setTimeout(() => {
      if (notices.get().includes(notice)) dismissNotice(notice.key)
    }, goodForMs)
  }
}

export function Notices() {
  const text = useText()
  return (
    <div className={classes.notices}>
      {useStore(notices).map(({ key, tone, body }) => (
        <Strip
          key={key}
          tone={tone}
          action={
            <IconButton
              icon={IconX}
              label={text('dialog.dismiss')}
              onClick={() => dismissNotice(key)}
            />
          }
        >
          {body}
        </Strip>
      ))}
    </div>
  )
}
