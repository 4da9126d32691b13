// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { hint } from '../../../ui/hints.tsx'
import {
  ActiveText,
  CheckpointText,
  CommandText,
  LagText,
  NameText,
  OutlookText,
  StatusText,
  SummaryText,
  Unknown,
  VerdictCell,
} from '../cells.tsx'
import type { Column } from './columns.ts'
import classes from './component-table.module.css'
import { LagSpark } from './lag-spark.tsx'
import { formerlyFound } from '../lineage.ts'
import { NoteText, PartText, ProtectionText, SinceText } from './more-cells.tsx'

interface ColumnCellProps {
  readonly component: Component
  readonly column: Column
  readonly tabIndex: 0 | -1
  /** What is searched for: where a former name is what it found, the name says so. */
  readonly q: string | undefined
  /** Whether the row is a card, on a narrow screen. */
  readonly isCard: boolean
}

/** What one column says of one row. */
export function ColumnCell({ component, column, ...asked }: ColumnCellProps) {
  switch (column) {
    case 'verdict':
      return <VerdictCell component={component} />
    case 'name':
      return <NameCell component={component} {...asked} />
    case 'lag':
      return <LagCell component={component} />
    case 'checkpoint':
      return <CheckpointText component={component} />
    case 'host':
      return <HostCell component={component} />
    case 'active':
      return <ActiveText component={component} />
    case 'status':
      return <StatusText component={component} />
    case 'command':
      return <CommandText component={component} />
    case 'project':
    case 'topic':
    case 'subtopic':
      return <PartText value={component[column]} />
    case 'protection':
      return <ProtectionText component={component} />
    case 'note':
      return <NoteText component={component} />
    case 'since':
      return <SinceText component={component} />
    default:
      return column satisfies never
  }
}

function NameCell({ component, tabIndex, q, isCard }: Omit<ColumnCellProps, 'column'>) {
  const { id, kind, name } = component
  return (
    <>
      <Link
        to="/components/$id"
        params={{ id }}
        tabIndex={tabIndex}
        className={classes.name}
        {...hint(name)}
      >
        <NameText name={name} kind={kind} formerly={formerlyFound(component, q)} />
      </Link>
      {isCard && (
        <div className={classes.summary}>
          <SummaryText component={component} />
        </div>
      )}
    </>
  )
}

const LagCell = ({ component }: { readonly component: Component }) => (
  <div className={classes.lag}>
    <div>
      <LagText component={component} />
      <div>
        <OutlookText component={component} />
      </div>
    </div>
    {component.lagSeconds !== null && <LagSpark component={component} />}
  </div>
)

const HostCell = ({ component: { host, kind } }: { readonly component: Component }) =>
  host === null ? <Unknown kind={kind} /> : <span className="mono">{host}</span>
