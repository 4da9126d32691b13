import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StaleStrip } from '../features/shell/stale-strip.tsx'
import { Bones } from '../ui/bones.tsx'
import { FailedFace } from './failed-face.tsx'
import classes from './page.module.css'

interface TabFacesProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (value: T) => ReactNode
}

/** What a tab of the component's page shows of one question: loading, failed, stale, or the answer. */
export function TabFaces<T>({ query, children }: TabFacesProps<T>) {
  const { data, error, dataUpdatedAt, refetch } = query
  const retry = () => void refetch()
  if (data === undefined) {
    return error ? (
      <FailedFace error={error} onRetry={retry} />
    ) : (
      <div className={classes.surface} aria-busy>
        <Bones rows={6} height={54} />
      </div>
    )
  }
  return (
    <>
      <StaleStrip isOfPart error={error} receivedMs={dataUpdatedAt} onRetry={retry} />
      {children(data)}
    </>
  )
}
