import { Menu } from '@mantine/core'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import { Link } from '@tanstack/react-router'
import { IconDots, IconPlaylistX } from '@tabler/icons-react'
import { Suspense, lazy, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { NameText, AsOf } from './cells.tsx'
import classes from './component-header.module.css'
import { VerdictBadge } from './verdict-badge.tsx'
import { verdictSentence } from './verdict.ts'

const UntrackDialog = lazy(async () => ({
  default: (await import('./untrack-dialog.tsx')).UntrackDialog,
}))

interface ComponentHeaderProps {
  readonly component: Component
  readonly actions: ReactNode
  readonly onUntracked: () => void
}

/** What it is called, how it is, and what can be done. */
export function ComponentHeader({ component, actions, onUntracked }: ComponentHeaderProps) {
  const text = useText()
  const nowMs = useNow()
  const [isUntracking, setUntracking] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const operation = component.operation ?? component.failedOperation

  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <h1 aria-label={component.name} className={classes.name}>
          <NameText name={component.name} />
        </h1>
        <CopyButton value={component.name} label={text('copy.name')} />
      </div>
      <div className={classes.actions}>
        {actions}
        <Menu position="bottom-end" withinPortal width={260} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button ref={more} icon={IconDots} aria-label={text('components.more')} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPlaylistX size={16} aria-hidden />}
              onClick={() => {
                // The dialog gives the focus back to what has it now; the menu will be gone by then.
                more.current?.focus()
                setUntracking(true)
              }}
            >
              {text('untrack.menu')}
              <div className={classes.note}>{text('untrack.note')}</div>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.verdict}>
        <VerdictBadge component={component} size="lg" />
        <p>
          {verdictSentence(text, component, nowMs)}{' '}
          {operation && (
            <Link to="/operations/$id" params={{ id: operation.id }}>
              {text('operation.look')}
            </Link>
          )}
        </p>
        {component.verdict !== 'unreachable' && <AsOf component={component} />}
      </div>
      {isUntracking && (
        <Suspense>
          <UntrackDialog
            component={component}
            onClose={() => setUntracking(false)}
            onDone={onUntracked}
          />
        </Suspense>
      )}
    </header>
  )
}
