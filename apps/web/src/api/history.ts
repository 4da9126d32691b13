import { getHistory, listCheckpoints } from '@wheelhouse/contract'
import type { HistorySpan } from '@wheelhouse/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

/** The row tells each reading; the history is read anew for what was done to it, and for gaps. */
const shownForMs = 60_000

/**
 * A component's lag, verdicts and marks over a span, which ends now or at a moment, ISO 8601. The answer
 * says which range it is of, for the one before is shown until it comes.
 */
export const historyQuery = (id: string, span: HistorySpan, until?: string) =>
  queryOptions({
    queryKey: ['history', id, span, until ?? null],
    staleTime: until === undefined ? 0 : Infinity,
    refetchInterval: until === undefined ? shownForMs : false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { span, ...(until === undefined ? {} : { until }) }
      const history = await call(getHistory, { params: { id }, query }, { signal })
      return { history, span, until }
    },
  })

/** Positions that it had, the newest first; asked anew whenever a planner opens. */
export const checkpointsQuery = (id: string) =>
  queryOptions({
    queryKey: ['checkpoints', id],
    staleTime: 0,
    queryFn: ({ signal }) => call(listCheckpoints, { params: { id } }, { signal }),
  })
