import { auditKinds } from '@wheelhouse/contract'
import type { AuditFilter, AuditKind } from '@wheelhouse/contract'

/** What the URL of the audit page says: the filter as the API takes it, and where the page begins. */
export interface AuditSearch {
  kind?: AuditKind | undefined
  actor?: string | undefined
  component?: string | undefined
  operation?: string | undefined
  q?: string | undefined
  /** ISO 8601. */
  from?: string | undefined
  to?: string | undefined
  /** Only steps that left, long ago, and of which nothing is on record that came of them. */
  unfinished?: 'true' | undefined
  /** The `seq` at which the page before ended. */
  before?: string | undefined
}

/** What can't be meant is left out, so that an old link still shows the trail. */
export const parseAuditSearch = (search: Record<string, unknown>): AuditSearch => ({
  kind: auditKinds.find((kind) => kind === search['kind']),
  actor: word(search['actor']),
  component: word(search['component']),
  operation: word(search['operation']),
  q: word(search['q'])?.slice(0, 512),
  from: isoOf(search['from']),
  to: isoOf(search['to']),
  unfinished: String(search['unfinished']) === 'true' ? 'true' : undefined,
  before: /^[1-9]\d{0,14}$/u.exec(word(search['before']) ?? '')?.[0],
})

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function isoOf(value: unknown): string | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** Without what is not said: a filter that names nothing shows everything. */
export const filterOf = (search: AuditSearch): AuditFilter =>
  Object.fromEntries(
    Object.entries(search).filter(([name, value]) => name !== 'before' && value !== undefined),
  )

export const isNarrowed = (search: AuditSearch): boolean => Object.keys(filterOf(search)).length > 0
