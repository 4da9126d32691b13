import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { AsOf, NameText } from '../cells.tsx'
import classes from './component-header.module.css'
import { VerdictBadge } from '../verdict-badge.tsx'
import { verdictSentence } from '../verdict.ts'

interface ComponentHeaderProps {
  readonly component: Component
  readonly actions: ReactNode
}

/** What it is called, how it is, and what can be done. */
export function ComponentHeader({ component, actions }: ComponentHeaderProps) {
  const text = useText()
  const nowMs = useNow()
  const operation = component.operation ?? component.failedOperation

  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <h1 aria-label={component.name} className={classes.name}>
          <NameText name={component.name} kind={component.kind} />
        </h1>
        <CopyButton value={component.name} label={text('copy.name')} />
      </div>
      <div className={classes.actions}>{actions}</div>
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
    </header>
  )
}
