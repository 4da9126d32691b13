import type { Cluster, Component } from '@wheelhouse/contract'
import { useCallback, useSyncExternalStore } from 'react'
import { useStore } from '../lib/store.ts'
import { createEstateStore } from './estate-store.ts'
import type { Rows } from './estate-store.ts'
import { readEstate, reading } from './read-estate.ts'

/** All that is tracked, kept fresh by the stream. */
export const estate = createEstateStore()

/** All rows, the same array until they are made anew, at most once a second; `undefined` until read once. */
export const useComponents = (): readonly Component[] | undefined => useRows()?.list

/** As `useComponents`, with what changed since the array before. */
export const useRows = (): Rows | undefined => useStore(estate.rows)

/** One row, changing with it alone; `undefined` until the rows are read, `null` where it is not tracked (any more). */
export function useComponent(id: string): Component | null | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [estate.subscribeRow(id, listener), estate.rows.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
    [id],
  )
  return useSyncExternalStore(
    subscribe,
    () => estate.get(id) ?? (estate.isRead() ? null : undefined),
  )
}

/** `undefined` until they are read once. */
export const useClusters = (): readonly Cluster[] | undefined => useStore(estate.clusters)

interface EstateState {
  /** Why the newest read of the rows failed; null where it did not. */
  readonly error: Error | null
  /** When what is shown was received, by this browser's clock. */
  readonly receivedMs: number
  readonly retry: () => void
}

const retry = () => void readEstate(estate)

export function useEstateState(): EstateState {
  const { error, receivedMs } = useStore(reading)
  return { error, receivedMs, retry }
}

export { useWatchedRows, watchRows } from './watched.ts'
