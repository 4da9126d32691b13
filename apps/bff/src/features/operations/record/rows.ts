import type { CmCall } from '@wheelhouse/cm-client'
import type { Operation, Step } from '@wheelhouse/contract'
import type { Selectable } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { iso, isoOrNull } from '../../../time.ts'
import { effectOf, type Before, type StoredOperation, type StoredStep } from './stored-operation.ts'

/** As the database holds it: times in epoch milliseconds, structures as JSON text. */
export function operationRow(operation: StoredOperation): Database['operation'] {
  const { component } = operation
  return {
    id: operation.id,
    kind: operation.kind,
    component_id: component.id,
    open_component_id: component.id,
    cluster: component.cluster,
    component_kind: component.kind,
    component_name: component.name,
    before: operation.before && JSON.stringify(operation.before),
    state: operation.state,
    verification: operation.verification,
    actor: operation.actor,
    authority: operation.authority,
    reason: operation.reason,
    abandoned_because: null,
    idempotency_key: operation.idempotencyKey,
    request_sha256: operation.requestSha256,
    input: JSON.stringify(operation.input),
    changes: JSON.stringify(operation.changes),
    new_name: operation.newName,
    sealed: operation.sealed,
    created_at: Date.parse(operation.createdAt),
    finished_at: null,
  }
}

export const stepRow = (
  step: StoredStep,
  at: { operation: string; position: number },
): Database['step'] => ({
  operation_id: at.operation,
  position: at.position,
  name: step.name,
  state: step.state,
  request: JSON.stringify(step.request),
  call: JSON.stringify(step.call),
  attempt: 0,
  earlier: null,
  decision: null,
  reply: null,
  started_at: null,
  finished_at: null,
})

export function operationOf(
  row: Selectable<Database['operation']>,
  steps: readonly Selectable<Database['step']>[],
): StoredOperation {
  return {
    id: row.id,
    kind: row.kind,
    component: {
      id: row.component_id,
      cluster: row.cluster,
      kind: row.component_kind,
      name: row.component_name,
    },
    // All JSON here was written by this repository alone, from the same types.
    input: parsed(row.input) ?? {},
    changes: (parsed(row.changes) ?? []) as Operation['changes'],
    state: row.state,
    verification: row.verification,
    steps: steps.map(stepOf),
    newName: row.new_name,
    actor: row.actor,
    authority: row.authority,
    reason: row.reason,
    abandonedBecause: row.abandoned_because,
    createdAt: iso(row.created_at),
    finishedAt: isoOrNull(row.finished_at),
    before: parsed(row.before) as Before,
    idempotencyKey: row.idempotency_key,
    requestSha256: row.request_sha256,
    sealed: row.sealed,
  }
}

const stepOf = (row: Selectable<Database['step']>): StoredStep => ({
  name: row.name,
  effect: effectOf(row.name),
  state: row.state,
  request: JSON.parse(row.request) as Step['request'],
  // Migration 004 filled it in for every older row.
  call: JSON.parse(row.call ?? '') as CmCall,
  reply: parsed(row.reply) as Step['reply'],
  startedAt: isoOrNull(row.started_at),
  finishedAt: isoOrNull(row.finished_at),
  attempt: row.attempt,
  earlier: (parsed(row.earlier) ?? []) as Step['earlier'],
  decision: parsed(row.decision) as Step['decision'],
})

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
