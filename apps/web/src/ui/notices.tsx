// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
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
  /** A `NoticeStrip`, or what draws one. */
  readonly strip: ReactNode
}

const notices = createStore<readonly Notice[]>([])
const shownForMs = 12_000

const dismissNotice = (key: string) =>
  notices.set(notices.get().filter((notice) => notice.key !== key))

/** Tells something at the foot of the page. */
export const notify = (notice: Notice) =>
  notices.set([...notices.get().filter(({ key }) => key !== notice.key), notice].slice(-3))

export const Notices = () => (
  <div className={classes.notices}>
    {useStore(notices).map(({ key, strip }) => (
      <div key={key}>{strip}</div>
    ))}
  </div>
)

interface NoticeStripProps {
  readonly noticeKey: string
  readonly tone: StripTone
  readonly children: ReactNode
}

/** What goes on, and what went wrong, stays until it changes or is dismissed; the rest goes by itself. */
export function NoticeStrip({ noticeKey, tone, children }: NoticeStripProps) {
  const text = useText()
  const stays = tone === 'busy' || tone === 'bad'

  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(() => dismissNotice(noticeKey), shownForMs)
    return () => clearTimeout(timer)
  }, [noticeKey, stays])

  return (
    <Strip
      tone={tone}
      action={
        <IconButton
          icon={IconX}
          label={text('dialog.dismiss')}
          onClick={() => dismissNotice(noticeKey)}
        />
      }
    >
      {children}
    </Strip>
  )
}
