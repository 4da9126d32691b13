import type { AuditKind } from '@wheelhouse/contract'
import type { Selectable } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import type { AuditEntry } from '../../audit/rows.ts'
import type { Move } from './move.ts'
import type { StoredOperation } from './stored-operation.ts'

type OperationRow = Selectable<Database['operation']>

/** What is on record of an operation that was asked for: what, on which, why, and the calls to come. */
export const askedOf = ({ id, kind, component, actor, ...asked }: StoredOperation): AuditEntry => ({
  kind: 'operation.asked',
  actor,
  component,
  operation: id,
  body: {
    kind,
    input: asked.input,
    changes: asked.changes,
    reason: asked.reason,
    calls: asked.steps.map(({ request }) => request.curl),
  },
})

type Happened =
  | { position: number; move: Move; step: Selectable<Database['step']> }
  | { kind: AuditKind; actor?: string; body: AuditEntry['body'] }

/** The machine acts for who asked; what it learns by itself is its own. */
const machine = 'wheelhouse'

/** What is on record of something that happened to an operation or to one of its steps. */
export function recordOf(row: OperationRow, happened: Happened): AuditEntry {
  const common = {
    operation: row.id,
    component: {
      id: row.component_id,
      cluster: row.cluster,
      kind: row.component_kind,
      name: row.component_name,
    },
  }
  if (!('move' in happened)) {
    const { kind, actor = machine, body } = happened
    return { ...common, kind, actor, body }
  }
  const { position, move, step } = happened
  const { kind, actor } = nameOf(move, row.actor)
  return {
    ...common,
    kind,
    actor,
    step: position,
    body: {
      name: step.name,
      state: move.to,
      ...(move.to === 'running' && {
        attempt: step.attempt + 1,
        curl: move.request?.curl ?? curlOf(step.request),
      }),
      ...(move.reply && { reply: move.reply }),
      ...(move.newName !== undefined && { newName: move.newName }),
      ...(move.decision && { as: move.decision.as, reason: move.decision.reason }),
    },
  }
}

function nameOf({ from, to, decision }: Move, asker: string): { kind: AuditKind; actor: string } {
  if (decision)
    return {
      kind: decision.as === 'again' && from !== 'uncertain' ? 'operation.retried' : 'step.decided',
      actor: decision.by,
    }
  if (to === 'running') return { kind: 'step.intent', actor: asker }
  if (from === 'uncertain') return { kind: 'step.settled', actor: machine }
  return { kind: 'step.outcome', actor: machine }
}

/** Written by this feature alone. */
const curlOf = (request: string): string => (JSON.parse(request) as { curl: string }).curl
