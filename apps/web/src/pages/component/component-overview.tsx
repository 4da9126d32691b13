import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Cluster, Component } from '@wheelhouse/contract'
import { problemWords } from '../../api/problem-words.ts'
import { operationsQuery } from '../../api/queries.ts'
import { ComponentFacts } from '../../features/components/one/component-facts.tsx'
import { OperationTable } from '../../features/operations/operation-table.tsx'
import { useText } from '../../i18n/text.ts'
import { Bones } from '../../ui/bones.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { ComponentLag } from './component-lag.tsx'
import pageClasses from '../page.module.css'
import classes from './component-overview.module.css'

interface ComponentOverviewProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
}

const mostRecent = 5

export const ComponentOverview = ({ component, cluster }: ComponentOverviewProps) => (
  <div className={classes.overview}>
    <div>
      <ComponentLag component={component} cluster={cluster} />
    </div>
    <ComponentFacts component={component} cluster={cluster} />
    <div>
      <RecentOperations id={component.id} />
    </div>
  </div>
)

function RecentOperations({ id }: { readonly id: string }) {
  const text = useText()
  const { data, error, refetch } = useQuery(operationsQuery({ component: id }))
  const trouble = error && problemWords(text, error)
  return (
    <Panel
      title={text('operations.recent')}
      isFlush
      aside={
        data &&
        data.total > mostRecent && (
          <Link to="/components/$id" params={{ id }} search={{ tab: 'operations' }}>
            {text('operations.all-of-it', { n: data.total })}
          </Link>
        )
      }
    >
      {trouble && (
        <Trouble
          sentence={trouble.sentence}
          small={trouble.small}
          action={
            <Button isSmall onClick={() => void refetch()}>
              {text('retry')}
            </Button>
          }
        />
      )}
      {!data && !error && <Bones rows={3} height={44} />}
      {data?.items.length === 0 && (
        <p className={pageClasses.empty}>{text('operations.none-of-it')}</p>
      )}
      {data && data.items.length > 0 && (
        <OperationTable operations={data.items.slice(0, mostRecent)} isOfOneComponent />
      )}
    </Panel>
  )
}
