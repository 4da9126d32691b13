import { apiPrefix, exportAudit, listAudit } from '@wheelhouse/contract'
import type { AuditFilter } from '@wheelhouse/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

/** The stream does not tell the trail: it is read anew for as long as its newest page is shown. */
const shownForMs = 10_000

/** A page of the trail, the newest first; `before` is the `seq` at which the page before it ended. */
export const auditQuery = (filter: AuditFilter, before?: string) =>
  queryOptions({
    queryKey: ['audit', filter, before],
    staleTime: 0,
    refetchInterval: before === undefined ? shownForMs : false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call(
        listAudit,
        { query: { ...filter, ...(before === undefined ? {} : { before }) } },
        { signal },
      ),
  })

/** Where the same records are to be had as a file. Taking it is on record too, so nothing may prefetch it. */
export function auditFileUrl(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  const query = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined) query.set(name, value)
  return `${apiPrefix}${exportAudit.path}?${query}`
}
