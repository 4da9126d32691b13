import { CmError, type WriteReply } from '@wheelhouse/cm-client'
import {
  nameFault,
  parseName,
  type Operation,
  type Step,
  type StepFailure,
} from '@wheelhouse/contract'

/** How a step ended, and what there is to show of it. */
export interface StepEnd {
  to: 'succeeded' | 'refused' | 'uncertain'
  reply: Step['reply']
  /** Of a migration: the name that the component has from now on. */
  newName?: string
}

export const accepted = ({ status, body }: WriteReply): StepEnd => ({
  to: 'succeeded',
  reply: { status, body, failure: null },
})

/**
 * An accepted migration without a name that could be the new one is uncertain: what is to be started now,
 * only a person can find out (DECISIONS 25).
 */
export function migrated(
  reply: WriteReply,
  { component }: Pick<Operation, 'component'>,
  isTracked: (name: string) => boolean,
): StepEnd {
  const { newName } = reply
  const isUsable =
    newName !== null &&
    nameFault(newName, component.kind) === undefined &&
    !isTracked(newName) &&
    isOfSame(newName, component.name)
  if (isUsable) return { ...accepted(reply), newName }
  const { status, body } = reply
  return { to: 'uncertain', reply: { status, body, failure: 'ODD_NAME' } }
}

/** A migration keeps the identity (cm-api.md §3); a name of another form has none, and is found again whole. */
function isOfSame(name: string, old: string): boolean {
  const identity = parseName(old)?.identity
  return identity === undefined ? name.includes(old) : parseName(name)?.identity === identity
}

/** Only what certainly was not done is refused; everything else may have been (DECISIONS 10). */
export function notAccepted(error: unknown): StepEnd {
  if (!(error instanceof CmError)) return { to: 'uncertain', reply: noReply('INTERNAL') }
  const { code, outcome, message, reply } = error
  return {
    to: outcome === 'not-done' ? 'refused' : 'uncertain',
    reply: { status: reply?.status ?? null, body: reply?.body ?? message, failure: code },
  }
}

export const noReply = (failure: StepFailure): Step['reply'] => ({
  status: null,
  body: '',
  failure,
})
