import { Link } from '@tanstack/react-router'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { hint } from '../../ui/hints.tsx'
import tableClasses from '../../ui/table.module.css'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import classes from './operation-table.module.css'
import { operationTook, shortId } from './state.ts'
import { OperationBadge, VerificationBadge } from './state-badges.tsx'

interface OperationTableProps {
  readonly operations: readonly Operation[]
  /** Without the column that would say the same in each row. */
  readonly isOfOneComponent?: boolean
}

const columns = ['id', 'what', 'on', 'state', 'verification', 'by', 'when', 'took'] as const

/** Operations as the vendor's tickets are listed. */
export function OperationTable({ operations, isOfOneComponent }: OperationTableProps) {
  const text = useText()
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{text('operations.caption')}</caption>
      <thead>
        <tr>
          {columns.map((column) =>
            column === 'on' && isOfOneComponent ? null : (
              <th key={column} scope="col" data-column={column}>
                {text(`operations.${column}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {operations.map((operation) => (
          <OperationRow
            key={operation.id}
            operation={operation}
            isOfOneComponent={isOfOneComponent ?? false}
          />
        ))}
      </tbody>
    </table>
  )
}

interface OperationRowProps {
  readonly operation: Operation
  readonly isOfOneComponent: boolean
}

function OperationRow({ operation, isOfOneComponent }: OperationRowProps) {
  const text = useText()
  const { id, kind, component, actor, createdAt } = operation
  const took = operationTook(text, operation, useNow())
  return (
    <tr>
      <td data-column="id">
        <Link to="/operations/$id" params={{ id }} className="mono" {...hint(id)}>
          {shortId(id)}
        </Link>
      </td>
      <td data-column="what">{text(`kind.${kind}`)}</td>
      {!isOfOneComponent && (
        <td data-column="on">
          <Link
            to="/components/$id"
            params={{ id: component.id }}
            className={classes.component}
            {...hint(component.name)}
          >
            {parseName(component.name)?.identity ?? component.name}
          </Link>
        </td>
      )}
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
  )
}
