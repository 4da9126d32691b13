import { toCurl, type CmCall } from '@wheelhouse/cm-client'
import type { Operation, Step } from '@wheelhouse/contract'
import type { Reading } from '../../observations/reading.ts'

/** What was last seen of a component when an operation on it was asked for; null where nothing was. */
export type Before =
  | (Pick<Reading, 'status' | 'active' | 'checkpointSeconds'> & {
      /** Seen so long before that somebody else may have changed it in between. */
      isStale?: true
    })
  | null

/** A step with the very call that it sends, variables unbound. */
export interface StoredStep extends Step {
  call: CmCall
}

/** An operation as the engine holds it: the API's, with what the engine alone needs. */
export interface StoredOperation extends Operation {
  steps: StoredStep[]
  before: Before
  /** The principal under whose grants it goes on: who asked for it, or took it up last. */
  authority: string | null
  idempotencyKey: string
  requestSha256: string
  /** The secrets that its steps carry, encrypted; null where there are none, or once it is closed. */
  sealed: string | null
}

/** As the API shows it. */
export function shown(stored: StoredOperation): Operation {
  const {
    before: _before,
    authority: _authority,
    idempotencyKey: _key,
    requestSha256: _hash,
    sealed: _sealed,
    ...operation
  } = stored
  return { ...operation, steps: operation.steps.map(({ call: _call, ...step }) => step) }
}

/** Checks ask; everything else changes something. */
export const effectOf = (name: Step['name']): Step['effect'] =>
  name === 'see-stopped' ? 'read' : 'write'

/** A call as a person would type it. */
export const requestOf = (call: CmCall): Step['request'] => ({
  method: call.method,
  path: call.path,
  curl: toCurl(call),
})
