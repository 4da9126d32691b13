import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { operationsQuery } from '../../api/queries.ts'
import { OperationTable } from '../../features/operations/operation-table.tsx'
import { useText } from '../../i18n/text.ts'
import classes from '../page.module.css'
import { TabFaces } from '../tab-faces.tsx'

/** Everything that was asked of it here, the newest first. */
export function ComponentOperations({ component: { id } }: { readonly component: Component }) {
  const text = useText()
  return (
    <TabFaces query={useQuery(operationsQuery({ component: id }))}>
      {({ items, total }) => (
        <>
          <div className={classes.surface}>
            {items.length === 0 ? (
              <p className={classes.empty}>{text('operations.none-of-it')}</p>
            ) : (
              <OperationTable operations={items} isOfOneComponent />
            )}
          </div>
          {total > items.length && (
            <p className="dim">{text('operations.more', { n: items.length, total })}</p>
          )}
          <p>
            <Link to="/audit" search={{ component: id }}>
              {text('operation.audit')}
            </Link>
          </p>
        </>
      )}
    </TabFaces>
  )
}
