import type { Step } from '@wheelhouse/contract'
import type { Selectable } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { iso, isoOrNull } from '../../time.ts'
import type { Before } from './plans/plan.ts'
import type { StoredOperation } from './stored-operation.ts'

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
    reason: operation.reason,
    abandoned_because: null,
    idempotency_key: operation.idempotencyKey,
    request_sha256: operation.requestSha256,
    created_at: Date.parse(operation.createdAt),
    finished_at: null,
  }
}

export const stepRow = (
  step: Step,
  at: { operation: string; position: number },
): Database['step'] => ({
  operation_id: at.operation,
  position: at.position,
  name: step.name,
  state: step.state,
  request: JSON.stringify(step.request),
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
    state: row.state,
    verification: row.verification,
    steps: steps.map(stepOf),
    actor: row.actor,
    reason: row.reason,
    abandonedBecause: row.abandoned_because,
    createdAt: iso(row.created_at),
    finishedAt: isoOrNull(row.finished_at),
    // Written by this repository alone, from the same types.
    before: row.before === null ? null : (JSON.parse(row.before) as Before),
    idempotencyKey: row.idempotency_key,
    requestSha256: row.request_sha256,
  }
}

const stepOf = (row: Selectable<Database['step']>): Step => ({
  name: row.name,
  state: row.state,
  // As above.
  request: JSON.parse(row.request) as Step['request'],
  reply: row.reply === null ? null : (JSON.parse(row.reply) as Step['reply']),
  startedAt: isoOrNull(row.started_at),
  finishedAt: isoOrNull(row.finished_at),
})
