import type { CmCall } from './call.ts'

declare const permitted: unique symbol

/** That one call may be sent, once. `permitWrite` alone makes it: what was not asked about can't be sent. */
export interface WritePermit {
  readonly [permitted]: true
}

const permits = new WeakMap<WritePermit, CmCall>()

/** For whoever has asked, right now, whether this very call may be sent. In the product that is one place. */
export function permitWrite(call: CmCall): WritePermit {
  const permit = Object.freeze({}) as WritePermit
  permits.set(permit, call)
  return permit
}

/** The call that it is good for, and no other time. Throws a `TypeError` for what is none, or was used. */
export function useUp(permit: WritePermit): CmCall {
  const call = permits.get(permit)
  if (!permits.delete(permit) || !call)
    throw new TypeError('no write is sent without a permit of its own')
  return call
}
