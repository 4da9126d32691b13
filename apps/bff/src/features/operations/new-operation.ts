import { toCurl, type CmCall } from '@wheelhouse/cm-client'
import type { Component, OperationRequest, Step } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import { plans } from './plans/index.ts'
import type { Before, PlannedStep } from './plans/plan.ts'
import type { StoredOperation } from './stored-operation.ts'

/** A reading this old may be older than what happened since. */
const freshMs = 10_000

interface Asked extends Pick<StoredOperation, 'id' | 'actor' | 'idempotencyKey' | 'requestSha256'> {
  request: OperationRequest
  nowMs: number
}

/** An operation as it is first written: nothing of it has been sent. */
export function newOperation(
  component: Component,
  { request, nowMs, ...asked }: Asked,
): StoredOperation {
  const { id, cluster, kind, name } = component
  return {
    ...asked,
    kind: request.kind,
    component: { id, cluster, kind, name },
    state: 'queued',
    verification: 'pending',
    steps: plans[request.kind].stepsFor(name).map(pendingStep),
    reason: request.reason ?? null,
    createdAt: iso(nowMs),
    finishedAt: null,
    abandonedBecause: null,
    before: beforeOf(component, nowMs),
  }
}

/** A call as a person would type it. */
export const requestOf = (call: CmCall): Step['request'] => ({
  method: call.method,
  path: call.path,
  curl: toCurl(call),
})

const pendingStep = ({ name, call }: PlannedStep): Step => ({
  name,
  state: 'pending',
  request: requestOf(call),
  reply: null,
  startedAt: null,
  finishedAt: null,
})

function beforeOf(component: Component, nowMs: number): Before {
  const { observedAt, failure, status, active, checkpoint } = component
  const isFresh = observedAt !== null && nowMs - Date.parse(observedAt) < freshMs
  return isFresh && !failure ? { status, active, checkpointSeconds: checkpoint } : null
}
