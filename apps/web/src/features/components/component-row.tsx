import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import type { MouseEvent, ReactNode } from 'react'
import { useNow } from '../../lib/clock.ts'
import { isStale } from '../../lib/freshness.ts'
import { hint } from '../../ui/hints.tsx'
import {
  ActiveText,
  CheckpointText,
  CommandText,
  LagText,
  NameText,
  StatusText,
  SummaryText,
  TrendText,
  Unknown,
  VerdictCell,
} from './cells.tsx'
import classes from './component-table.module.css'
import { formerlyFound } from './lineage.ts'

interface ComponentRowProps {
  readonly component: Component
  /** Counted from 1 with the head. */
  readonly position: number
  readonly tabIndex: 0 | -1
  /** What is searched for: where a former name is what it found, the row says so. */
  readonly q: string | undefined
  readonly actions: ReactNode
  readonly onOpen: (id: string) => void
}

export function ComponentRow(props: ComponentRowProps) {
  const { component, position, tabIndex, q, actions, onOpen } = props
  const { id, kind, name, host } = component

  /** A click anywhere in the row opens it, unless it marks text or is meant for something in it. */
  const open = (event: MouseEvent<HTMLElement>) => {
    const isOwn = event.target instanceof Element && event.target.closest('a, button')
    if (!isOwn && window.getSelection()?.toString() === '') onOpen(id)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a larger target for the mouse; the keyboard has the link
    <tr
      data-id={id}
      data-stale={isStale(component, useNow()) || undefined}
      aria-rowindex={position}
      onClick={open}
    >
      <td data-column="verdict">
        <VerdictCell component={component} />
      </td>
      <td data-column="name">
        <Link
          to="/components/$id"
          params={{ id }}
          tabIndex={tabIndex}
          className={classes.name}
          {...hint(name)}
        >
          <NameText name={name} kind={kind} formerly={formerlyFound(component, q)} />
        </Link>
        <div className={classes.summary}>
          <SummaryText component={component} />
        </div>
      </td>
      <td data-column="lag">
        <LagText component={component} />
        <div>
          <TrendText component={component} />
        </div>
      </td>
      <td data-column="checkpoint">
        <CheckpointText component={component} />
      </td>
      <td data-column="host">
        {host === null ? <Unknown kind={kind} /> : <span className="mono">{host}</span>}
      </td>
      <td data-column="active">
        <ActiveText component={component} />
      </td>
      <td data-column="status">
        <StatusText component={component} />
      </td>
      <td data-column="command">
        <CommandText component={component} />
      </td>
      <td data-column="actions">{actions}</td>
    </tr>
  )
}
