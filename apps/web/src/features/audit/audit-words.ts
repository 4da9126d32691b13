import { operationSchema, operationStateSchema, stepStates } from '@wheelhouse/contract'
import type { AuditRecord, StepState } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import type { Told } from './told.ts'

/** Nobody asked for what Wheelhouse does by itself. */
export const whoWords = (text: Text, actor: string): string =>
  actor === 'wheelhouse' ? 'Wheelhouse' : actorWords(text, actor)

/** `Asked for: Migrate`, `Call left: Stop the Writer`. */
export function whatWords(text: Text, { kind, component, step }: AuditRecord, told: Told): string {
  const what = text(`audit-kind.${kind}`)
  if (told.operation !== undefined && kind === 'operation.asked')
    return text('audit.what.of', { what, of: text(`kind.${told.operation}`) })
  if (told.about !== undefined) return text('audit.what.of', { what, of: told.about })
  if (told.step === undefined) return what
  const name = text(`step-name.${told.step}`, { kind: component?.kind ?? 'writer' })
  return text('audit.what.of', { what, of: step === null ? name : `${step + 1} ${name}` })
}

/** How many calls a record tells of; which ones is seen when it is opened. */
export const callWords = (text: Text, { calls }: Told): string =>
  calls.length === 0 ? '' : text('audit.calls.n', { n: calls.length })

const decisions = ['happened', 'skipped', 'again'] as const

/** Why somebody was turned away, how a session ended, how the first administrator came to be. */
const whys = [
  'unknown-name',
  'wrong-password',
  'disabled',
  'wrong',
  'expired',
  'signed-out',
  'idle',
  'too-old',
  'setup-token',
  'bootstrap-file',
] as const

/** What came of it: CM's status and what it means, or our own word. A word that is not known is told as it is. */
export function resultWords(
  text: Text,
  { kind, isUnfinished = false }: AuditRecord,
  told: Told,
): string {
  if (isUnfinished) return text('audit.unfinished')
  const { status } = told
  const http =
    status === undefined ? undefined : status === null ? text('step.no-status') : `HTTP ${status}`
  return [http, saidWords(text, kind, told), whyWords(text, told)].filter(Boolean).join(' · ')
}

function whyWords(text: Text, { status, failure, words }: Told): string | undefined {
  if (words !== undefined) return text('step-failure.words', { words })
  // The connection went before anything came: no answer broke off.
  if (failure === 'CUT' && status === null) return text('step-failure.CUT.unanswered')
  return failure && text(`step-failure.${failure}`)
}

function saidWords(text: Text, kind: AuditRecord['kind'], told: Told): string | undefined {
  const { result } = told
  const verification = operationSchema.shape.verification.safeParse(result).data
  if (kind === 'verification.ended' && verification) return text(`verified.${verification}`)
  const state = operationStateSchema.safeParse(result).data
  if (kind === 'operation.ended' && state) return text(`state.${state}`)
  const decision = decisions.find((one) => one === result)
  if (decision && (kind === 'step.decided' || kind === 'operation.retried'))
    return text(`audit.decision.${decision}`)
  if (told.isReadOnly !== undefined)
    return text(told.isReadOnly ? 'audit.read-only.on' : 'audit.read-only.off')
  const why = whys.find((one) => one === result)
  if (why) return text(`audit-why.${why}`)
  const step = stepStates.find((one) => one === result)
  if (step === 'refused' && told.failure === 'REJECTED') return text('step-word.rejected')
  return step ? stepStateWords(text, kind, { step, isCheck: told.step === 'see-stopped' }) : result
}

/** A check is not accepted by CM but seen, and so is what was learnt by reading. */
function stepStateWords(
  text: Text,
  kind: AuditRecord['kind'],
  { step, isCheck }: { readonly step: StepState; readonly isCheck: boolean },
): string {
  if (step === 'succeeded' && kind === 'step.settled') return text('step-word.seen')
  if (step === 'succeeded') return text(isCheck ? 'step-word.seen' : 'step-word.accepted')
  if (step === 'refused') return text(isCheck ? 'step-word.not-seen' : 'step-word.refused')
  return text(`step.${step}`)
}
