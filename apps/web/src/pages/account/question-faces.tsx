import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StaleStrip } from '../../features/shell/stale-strip.tsx'
import { FailedFace } from '../failed-face.tsx'
import { LoadingFace } from '../loading-face.tsx'

interface QuestionFacesProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (answer: T) => ReactNode
}

/** What a panel shows of a question of its own: loading, failed, stale, or the answer. */
export function QuestionFaces<T>({ query, children }: QuestionFacesProps<T>) {
  const { data, error, dataUpdatedAt, refetch } = query
  const retry = () => void refetch()
  if (data === undefined) {
    return error ? (
      <FailedFace error={error} onRetry={retry} />
    ) : (
      <LoadingFace rows={2} height={54} isInside />
    )
  }
  return (
    <>
      {error && <StaleStrip error={error} receivedMs={dataUpdatedAt} onRetry={retry} />}
      {children(data)}
    </>
  )
}
