import { type Component, type OperationInput, type OperationRequest } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import type { Possible } from './planner.ts'
import type { PlannedStep } from './plans/plan.ts'
import { isSecretChange } from './secret-change.ts'
import {
  effectOf,
  requestOf,
  type Before,
  type StoredOperation,
  type StoredStep,
} from './record/stored-operation.ts'

/** A reading this old may be older than what happened since. */
const freshMs = 10_000

interface Asked extends Pick<
  StoredOperation,
  'id' | 'actor' | 'authority' | 'idempotencyKey' | 'requestSha256' | 'sealed'
> {
  request: OperationRequest
  nowMs: number
}

/** An operation as it is first written: nothing of it has been sent. */
export function newOperation(
  { component, planned }: Possible,
  { request, nowMs, ...asked }: Asked,
): StoredOperation {
  const { id, cluster, kind, name } = component
  return {
    ...asked,
    kind: request.kind,
    component: { id, cluster, kind, name },
    input: shownInput(request),
    changes: [...planned.changes],
    state: 'queued',
    verification: 'pending',
    steps: planned.steps.map(pendingStep),
    newName: null,
    reason: request.reason ?? null,
    createdAt: iso(nowMs),
    finishedAt: null,
    abandonedBecause: null,
    before: beforeOf(component, nowMs),
  }
}

const pendingStep = ({ name, call }: PlannedStep): StoredStep => ({
  name,
  effect: effectOf(name),
  state: 'pending',
  request: requestOf(call),
  call,
  reply: null,
  startedAt: null,
  finishedAt: null,
  attempt: 0,
  earlier: [],
  decision: null,
})

/** What was asked for, without the values that nobody may see again. */
function shownInput({ kind, input }: OperationRequest): OperationInput {
  if (kind !== 'configure') return input ?? {}
  const set = Object.entries(input.set).map(
    ([key, value]) => [key, isSecretChange(key, value) ? null : value] as const,
  )
  return { ...input, set: Object.fromEntries(set) }
}

function beforeOf(component: Component, nowMs: number): Before {
  const { observedAt, failure, status, active, checkpoint } = component
  if (observedAt === null) return null
  const isFresh = !failure && nowMs - Date.parse(observedAt) < freshMs
  return { status, active, checkpointSeconds: checkpoint, ...(!isFresh && { isStale: true }) }
}
