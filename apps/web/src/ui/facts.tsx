import type { ReactNode } from 'react'
import classes from './facts.module.css'

interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** A smaller second line. */
  readonly note?: ReactNode
  /** Takes the room of two. */
  readonly isWide?: boolean
}

interface FactsProps {
  readonly facts: readonly Fact[]
  /** Narrow columns, for a dialog. */
  readonly isTight?: boolean
}

/** Names and values, in as many columns as there is room for. */
export const Facts = ({ facts, isTight }: FactsProps) => (
  <dl className={classes.facts} data-tight={isTight || undefined}>
    {facts.map(({ label, value, note, isWide }) => (
      <div key={label} className={isWide ? classes.wide : undefined}>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {note && <dd className={classes.note}>{note}</dd>}
      </div>
    ))}
  </dl>
)
