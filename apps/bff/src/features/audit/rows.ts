import type { AuditKind, AuditRecord } from '@wheelhouse/contract'
import type { SqlBool } from 'kysely'
import { iso } from '../../time.ts'
import type { AuditRow, Unchained } from './chain.ts'

type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/** A record with what is to be told of it beside what it holds. */
export type Listed = AuditRow & { is_unfinished?: SqlBool }

/** Something to be put on record. Whoever writes one has cut the secrets out of its body. */
export interface AuditEntry {
  kind: AuditKind
  /** `wheelhouse` where nobody asked. */
  actor: string
  /** As it is called at this moment. */
  component?: Exclude<AuditRecord['component'], null> | undefined
  /** The operation's id. */
  operation?: string | undefined
  /** The step's position, from 0 on. */
  step?: number | undefined
  body: { readonly [key: string]: JsonValue | undefined }
}

interface Circumstances {
  seq: number
  nowMs: number
  /** The request that somebody asked with, where somebody did. */
  asked?: { requestId: string; address: string } | undefined
}

/** Who acts where nobody asked. */
export const machine = 'wheelhouse'

export function rowOf(entry: AuditEntry, at: Circumstances): Unchained {
  const { component } = entry
  const asked = entry.actor === machine ? undefined : at.asked
  return {
    seq: at.seq,
    at: at.nowMs,
    kind: entry.kind,
    actor: entry.actor,
    cluster: component?.cluster ?? null,
    component_id: component?.id ?? null,
    component_kind: component?.kind ?? null,
    component_name: component?.name ?? null,
    operation_id: entry.operation ?? null,
    step: entry.step ?? null,
    body: JSON.stringify({ ...entry.body, ...asked }),
  }
}

export const recordOf = (row: Listed): AuditRecord => ({
  seq: row.seq,
  at: iso(row.at),
  kind: row.kind,
  actor: row.actor,
  component: componentOf(row),
  operation: row.operation_id,
  step: row.step,
  // Written by this file alone, from an entry's body.
  body: JSON.parse(row.body) as AuditRecord['body'],
  mac: row.mac,
  ...(row.is_unfinished && { isUnfinished: true }),
})

function componentOf(row: AuditRow): AuditRecord['component'] {
  const { component_id: id, cluster, component_kind: kind, component_name: name } = row
  if (id === null || cluster === null || kind === null || name === null) return null
  return { id, cluster, kind, name }
}
