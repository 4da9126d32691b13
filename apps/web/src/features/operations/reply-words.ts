import type { Step, StepFailure } from '@wheelhouse/contract'
import type { Text, TextId } from '../../i18n/text.ts'
import { cmWords } from '../../lib/cm-words.ts'

type Reply = NonNullable<Step['reply']>

/** Failures that without a status mean: the call left, and nothing came back. */
const unanswered: Partial<Record<StepFailure, TextId>> = {
  CUT: 'step-failure.CUT.unanswered',
  TIMED_OUT: 'step-failure.TIMED_OUT.unanswered',
}

/** Why a reply is no success; `undefined` where it is one. */
export function failureWords(text: Text, { status, failure }: Reply): string | undefined {
  if (failure === null) return undefined
  const why = status === null ? unanswered[failure] : undefined
  return why ? text('step.unanswered', { why: text(why) }) : text(`step-failure.${failure}`)
}

/** The same, and the reason in CM's own words where it gave one. */
export function failureWithWords(text: Text, reply: Reply): string | undefined {
  const words = reply.failure === 'REJECTED' ? cmWords(reply.body) : undefined
  const why = failureWords(text, reply)
  if (why === undefined || words === undefined) return why
  return text('outcome.and', { one: why, two: text('step-failure.words', { words }) })
}
