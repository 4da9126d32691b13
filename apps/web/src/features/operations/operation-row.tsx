import { Link } from '@tanstack/react-router'
import { IconChevronRight } from '@tabler/icons-react'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { shortId } from '../../lib/short-id.ts'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import classes from './operation-table.module.css'
import { RowSteps } from './row-steps.tsx'
import { OperationBadge, VerificationBadge } from './state-badges.tsx'
import { operationTook } from './state.ts'

interface OperationRowProps {
  readonly operation: Operation
  readonly isOfOneComponent: boolean
  /** How many columns there are, for what opens below. */
  readonly columns: number
}

/** One operation, and below it its steps when it is opened. */
export function OperationRow({ operation, isOfOneComponent, columns }: OperationRowProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { id, kind, actor, createdAt } = operation
  const took = operationTook(text, operation, useNow())
  const stepsId = `steps-${id}`
  return (
    <>
      <tr>
        <td data-column="id">
          <span className={classes.id}>
            <button
              type="button"
              className={classes.toggle}
              aria-expanded={isOpen}
              aria-controls={stepsId}
              aria-label={text('operations.expand', { id: shortId(id) })}
              onClick={() => setOpen(!isOpen)}
            >
              <IconChevronRight size={16} aria-hidden />
            </button>
            <Link to="/operations/$id" params={{ id }} className="mono" {...hint(id)}>
              {shortId(id)}
            </Link>
          </span>
        </td>
        <td data-column="what">{text(`kind.${kind}`)}</td>
        {!isOfOneComponent && <ComponentCell operation={operation} />}
        <td data-column="state">
          <OperationBadge operation={operation} />
        </td>
        <td data-column="verification">
          <VerificationBadge operation={operation} />
        </td>
        <td data-column="by">{actorWords(text, actor)}</td>
        <td data-column="when">
          <div>
            <TimeAgo at={createdAt} />
          </div>
          <div className={classes.note}>
            <TimeAt at={createdAt} />
          </div>
        </td>
        <td data-column="took">{took}</td>
      </tr>
      <tr id={stepsId} className={classes.opened} hidden={!isOpen}>
        <td colSpan={columns}>{isOpen && <RowSteps operation={operation} />}</td>
      </tr>
    </>
  )
}

function ComponentCell({ operation: { component } }: { readonly operation: Operation }) {
  const text = useText()
  const parts = parseName(component.name)
  const place = [text(`component-kind.${component.kind}`), parts?.host].filter(Boolean).join(' · ')
  return (
    <td data-column="on">
      <Link
        to="/components/$id"
        params={{ id: component.id }}
        className={classes.component}
        {...hint(component.name)}
      >
        {parts?.identity ?? component.name}
      </Link>
      <div className={classes.note}>{place}</div>
    </td>
  )
}
