import { CmError, type WriteReply } from '@wheelhouse/cm-client'
import type { Step, StepFailure } from '@wheelhouse/contract'

/** How a step ended, and what there is to show of it. */
export interface StepEnd {
  to: 'succeeded' | 'refused' | 'uncertain'
  reply: Step['reply']
}

export const accepted = (reply: WriteReply): StepEnd => ({
  to: 'succeeded',
  reply: { ...reply, failure: null },
})

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
