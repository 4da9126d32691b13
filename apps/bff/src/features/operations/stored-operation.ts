import type { Operation } from '@wheelhouse/contract'
import type { Before } from './plans/plan.ts'

/** An operation as the engine holds it: the API's, with what the engine alone needs. */
export interface StoredOperation extends Operation {
  before: Before
  idempotencyKey: string
  requestSha256: string
}

/** As the API shows it. */
export function shown(stored: StoredOperation): Operation {
  const { before: _before, idempotencyKey: _key, requestSha256: _hash, ...operation } = stored
  return operation
}
