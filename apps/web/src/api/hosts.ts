import { listHosts } from '@wheelhouse/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

/** The stream does not tell of hosts: they are asked for again for as long as they are shown. */
export const hostsEveryMs = 10_000

export const hostsQuery = queryOptions({
  queryKey: ['hosts'],
  staleTime: hostsEveryMs,
  refetchInterval: hostsEveryMs,
  queryFn: ({ signal }) => call(listHosts, { query: {} }, { signal }),
})
