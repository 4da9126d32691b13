import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import tableClasses from '../../ui/table.module.css'
import { OperationRow } from './operation-row.tsx'
import classes from './operation-table.module.css'

interface OperationTableProps {
  readonly operations: readonly Operation[]
  /** Without the column that would say the same in each row. */
  readonly isOfOneComponent?: boolean
  /** What a screen reader calls it. */
  readonly caption?: string
}

const columns = ['id', 'what', 'on', 'state', 'verification', 'by', 'when', 'took'] as const

/** Operations as the vendor's tickets are listed; each opens to its steps. */
export function OperationTable({ operations, isOfOneComponent, caption }: OperationTableProps) {
  const text = useText()
  const shown = columns.filter((column) => column !== 'on' || !isOfOneComponent)
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{caption ?? text('operations.caption')}</caption>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {text(`operations.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {operations.map((operation) => (
          <OperationRow
            key={operation.id}
            operation={operation}
            isOfOneComponent={isOfOneComponent ?? false}
            columns={shown.length}
          />
        ))}
      </tbody>
    </table>
  )
}
